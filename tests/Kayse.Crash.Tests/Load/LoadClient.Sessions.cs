using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;

namespace Kayse.Crash.Load;

internal sealed partial class LoadClient
{
    private const int MostSessions = 20;

    // An address that others use too may be somebody whom others sign out.
    private IEnumerable<Person> OwnPeople => People.Where(person => !person.Email.StartsWith("shared.", StringComparison.Ordinal));

    private Task SignInAsync()
    {
        if (Any(OwnPeople.Where(person => person.Sessions.Count < MostSessions)) is not { } person)
            return Task.CompletedTask;
        return DoAsync(
            person.Email,
            "sign-in",
            new Call(HttpMethod.Post, "auth/sign-in", null, new { email = person.Email, password = Person.Password }),
            answer => person.Sessions.Add(new Session(answer.Text("session.id"), answer.Text("session.token"), person.UserId)),
            () => { }
        );
    }

    private Task EndSessionAsync() =>
        OnSessionsAsync(
            2,
            (person, live) =>
            {
                var ended = live[1];
                return DoAsync(
                    person.Email,
                    $"revoke-session {ended.Id}",
                    new Call(HttpMethod.Delete, $"me/sessions/{ended.Id}", live[0].Token),
                    _ => ended.End("revoked"),
                    () => Session.Doubt([ended])
                );
            }
        );

    private Task SignOutAsync() =>
        OnSessionsAsync(
            1,
            (person, live) =>
                DoAsync(
                    person.Email,
                    $"sign-out {live[0].Id}",
                    new Call(HttpMethod.Post, "auth/sign-out", live[0].Token),
                    _ => live[0].End("signed_out"),
                    () => Session.Doubt([live[0]])
                )
        );

    private Task SignOutOthersAsync() =>
        OnSessionsAsync(
            2,
            (person, live) =>
            {
                var others = live.Skip(1).ToList();
                return DoAsync(
                    person.Email,
                    $"sign-out-others {live[0].Id}",
                    new Call(HttpMethod.Post, "me/sessions/sign-out-others", live[0].Token),
                    _ => others.ForEach(session => session.End("revoked")),
                    () => Session.Doubt(others)
                );
            }
        );

    private Task CheckSessionAsync()
    {
        var known = OwnPeople
            .SelectMany(person =>
                person.Sessions.Where(session => session.InDoubtWith is null).Select(session => (Person: person, Session: session))
            )
            .ToList();
        if (known.Count == 0)
            return Task.CompletedTask;
        var (person, session) = known[_random.Next(known.Count)];
        var isLive = session.IsLive;
        return DoAsync(
            person.Email,
            $"check {session.Id}",
            new Call(HttpMethod.Get, "session", session.Token),
            answer =>
            {
                if (!isLive)
                    journal.Complain(person.Email, $"session {session.Id} was ended ({session.Ended}) and is live: {answer}");
            },
            () => { },
            isLive ? [] : ["session_ended"]
        );
    }

    // The order of the live sessions is chance; the first gives the command. Those in doubt are left alone, and those
    // that a doubtful command would end with them.
    private Task OnSessionsAsync(int atLeast, Func<Person, Session[], Task> command)
    {
        if (
            Any(
                OwnPeople.Where(person =>
                    person.LiveSessions.Count >= atLeast && person.Sessions.All(session => session.Ended is not null || session.IsLive)
                )
            )
            is not { } person
        )
            return Task.CompletedTask;
        var live = person.LiveSessions.ToArray();
        _random.Shuffle(live);
        return command(person, live);
    }
}
