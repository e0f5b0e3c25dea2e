using Kayse.Crash.Http;
using Kayse.Crash.Knowledge;
using Kayse.Crash.Mail;

namespace Kayse.Crash.Load;

/// <summary>
/// One of the clients: gives random commands about people and invitations that are its own, one at a time, until the
/// host is gone.
/// </summary>
internal sealed partial class LoadClient(int number, int seed, World world, Journal journal, Mailbox mailbox)
{
    private readonly Random _random = new(HashCode.Combine(seed, number));
    private ApiClient _api = null!;
    private Action _acknowledged = null!;
    private bool _isHostGone;

    public List<Invitation> Invitations { get; } = [];

    public List<Person> People { get; } = [];

    public List<SignUp> DoubtfulSignUps { get; } = [];

    /// <summary>Commands until one gets no answer, or it is enough.</summary>
    public async Task RunAsync(ApiClient api, Action acknowledged, CancellationToken enough = default)
    {
        (_api, _acknowledged, _isHostGone) = (api, acknowledged, false);
        while (!_isHostGone && !enough.IsCancellationRequested)
            await CommandAsync();
    }

    private Task CommandAsync() =>
        _random.Next(100) switch
        {
            < 32 => InviteAsync(),
            < 56 => AcceptAsync(),
            < 66 => SignInAsync(),
            < 72 => EndSessionAsync(),
            < 75 => SignOutAsync(),
            < 78 => SignOutOthersAsync(),
            < 83 => CheckSessionAsync(),
            < 87 => RevokeAsync(),
            < 91 => ResendAsync(),
            < 93 => DeclineAsync(),
            < 96 => ChangePhoneAsync(),
            < 98 => ChangeEmailAsync(),
            < 99 => AcceptAgainAsync(),
            _ => SignUpAsync(),
        };

    /// <summary>
    /// Sends a command; success and no answer change what is known, a refusal that isn't among the allowed is a
    /// complaint.
    /// </summary>
    private async Task DoAsync(
        string subject,
        string command,
        Call call,
        Action<Answer> succeeded,
        Action unanswered,
        params string[] refusals
    )
    {
        var entry = journal.Begin(number, subject, command);
        var answer = entry.Answer = await _api.SendAsync(call);
        if (answer.IsSuccess)
        {
            succeeded(answer);
            _acknowledged();
        }
        else if (answer.IsMissing)
        {
            _isHostGone = true;
            unanswered();
        }
        else if (!refusals.Contains(answer.Code, StringComparer.Ordinal))
        {
            journal.Complain(subject, $"{command} was answered {answer}");
        }
    }

    /// <summary>One company that is there for certain.</summary>
    public Task SignUpAsync(ApiClient api)
    {
        (_api, _acknowledged) = (api, () => { });
        return SignUpAsync();
    }

    // Others invite on behalf of the company once its founder has verified their address.
    private async Task SignUpAsync()
    {
        var name = world.NewName("Founder");
        var signUp = new SignUp($"Company of {name}", name, World.EmailOf(name));
        Company? founded = null;
        await DoAsync(
            signUp.Email,
            $"sign-up {signUp.CompanyName}",
            new Call(HttpMethod.Post, "companies", null, signUp.Body),
            answer => founded = Founded(answer, signUp),
            () => DoubtfulSignUps.Add(signUp)
        );
        if (founded is null)
            return;
        var verified = await mailbox.VerifyAsync(_api, founded.Admin.UserId);
        _isHostGone |= !verified;
        if (verified)
            world.Add(founded);
        else
            DoubtfulSignUps.Add(signUp);
    }

    private static Company Founded(Answer answer, SignUp signUp)
    {
        var admin = new Person(answer.Text("user.id"), signUp.FullName, signUp.Email);
        var session = new Session(answer.Text("session.id"), answer.Text("session.token"), admin.UserId);
        admin.Sessions.Add(session);
        return new Company(answer.Text("company.id"), signUp.CompanyName, admin) { Token = session.Token };
    }

    private T? Any<T>(IEnumerable<T> from)
        where T : class
    {
        var all = from.ToList();
        return all.Count == 0 ? null : all[_random.Next(all.Count)];
    }
}
