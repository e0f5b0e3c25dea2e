using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;
using Kayse.Crash.Load;

namespace Kayse.Crash.Checks;

/// <summary>
/// Whether every acknowledged effect is there, and nothing is what no command could have made of it. Right after a
/// start.
/// </summary>
internal sealed class AcknowledgedCheck(Journal journal, World world, IReadOnlyList<LoadClient> clients)
{
    private const int Parallel = 16;

    public async Task RunAsync(ApiClient api)
    {
        var truths = await Truth.ReadAsync(api, world);
        foreach (var truth in truths.Values)
            CheckLists(truth);
        foreach (var invitation in clients.SelectMany(client => client.Invitations))
            Check(invitation, truths[invitation.Company]);
        await System.Threading.Tasks.Parallel.ForEachAsync(
            clients.SelectMany(client => client.People).Concat(world.Companies.Select(company => company.Admin)),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel },
            async (person, _) => await CheckSessionsAsync(api, person)
        );
    }

    private void CheckLists(Truth truth)
    {
        if (
            !truth
                .Pending.Select(invitation => invitation.Id)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(truth.PendingIds.Order(StringComparer.Ordinal), StringComparer.Ordinal)
        )
            journal.Complain(
                truth.Company.Id,
                $"the list of pending invitations of {truth.Company.Id} differs from those of all that are pending"
            );
        foreach (var invitation in truth.Invitations.GroupBy(invitation => invitation.FullName).Where(group => group.Count() > 1))
            journal.Complain(invitation.Key, $"{invitation.Key} was invited once and is listed {invitation.Count()} times");
        foreach (
            var email in truth
                .Pending.Select(invitation => invitation.Email)
                .Concat(truth.Members.Select(member => member.Email))
                .GroupBy(email => email)
                .Where(group => group.Count() > 1)
        )
            journal.Complain(truth.Company.Id, $"{email.Key} is more than once invited to or a member of {truth.Company.Id}");
    }

    private void Check(Invitation invitation, Truth truth)
    {
        var listed = truth.Find(invitation);
        var standing = listed?.Standing ?? Standing.Absent;
        var isRight =
            invitation.Standings.Contains(standing)
            && (
                listed is null
                || (
                    invitation.Emails.Contains(listed.Email)
                    && invitation.Phones.Contains(listed.PhoneNumber ?? "")
                    && (invitation.Id.Length == 0 || invitation.Id == listed.Id)
                )
            );
        if (!isRight)
            journal.Complain(
                invitation.FullName,
                $"{invitation.FullName} ({invitation.Id}) is {standing} {listed}; it must be "
                    + $"{string.Join(" or ", invitation.Standings)} (in doubt: {invitation.Doubt ?? "nothing"})"
            );
        if (standing == Standing.Accepted || (invitation.Doubt is null && invitation.Standing == Standing.Accepted))
            CheckMember(invitation, truth);
    }

    private void CheckMember(Invitation invitation, Truth truth)
    {
        var member = truth.Member(invitation.Email);
        if (
            member is not { Status: "active" }
            || (!invitation.IsAddressShared && !invitation.PersonPhones.Contains(member.PhoneNumber ?? ""))
        )
            journal.Complain(
                invitation.FullName,
                $"{invitation.FullName} has accepted with phone "
                    + $"{string.Join(" or ", invitation.PersonPhones)}, and the member is {member?.ToString() ?? "not there"}"
            );
    }

    private async Task CheckSessionsAsync(ApiClient api, Person person)
    {
        foreach (var session in person.Sessions.Where(session => session.InDoubtWith is null))
        {
            var answer = await api.GetAsync("session", session.Token);
            var isRight = session.IsLive
                ? answer.Status == 200 && answer.Text("user.id") == session.UserId
                : answer.Code == "session_ended" && answer.Text("reason") == session.Ended;
            if (!isRight)
                journal.Complain(person.Email, $"session {session.Id} must be {session.Ended ?? "live"} and is answered {answer}");
        }
    }
}
