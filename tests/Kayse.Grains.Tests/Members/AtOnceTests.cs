using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Members;

/// <summary>
/// SE-4: once a command has been answered no check of any session sees what was before, however many there are and
/// however hard they are used.
/// </summary>
public sealed class AtOnceTests
{
    private const int SessionCount = 200;

    public static TheoryData<string> Commands => ["role", "permissions", "agents", "deactivate", "remove", "sign-out"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task No_check_sees_the_old_once_the_command_has_been_answered(string command)
    {
        await using var silo = await TestSilo.StartAsync(("Kayse:Sessions:MaxPerPerson", "300"));
        var firm = await Firm.FoundAsync(silo);
        var (second, third) = (await firm.AlsoFoundAsync("Second"), await firm.AlsoFoundAsync("Third"));
        var ben = await firm.JoinAsync("ben@firm.example", Role.Admin);
        await second.Invitations.InviteAsync(second.Founder, second.InvitationOf("ben@firm.example"));
        await third.Invitations.InviteAsync(third.Founder, third.InvitationOf("ben@firm.example"));
        Firm[] firms = [firm, second, third];
        var sessions = new List<(Firm Firm, string Token)>();
        for (var i = 0; i < SessionCount; i++)
            sessions.Add((firms[i % 3], (await firms[i % 3].SignInAsync(ben.UserId)).Session.Token));

        using var answered = new CancellationTokenSource();
        var hammering = Enumerable
            .Range(0, 4)
            .Select(worker => Task.Run(() => HammerAsync(firm, sessions, worker, answered.Token)))
            .ToList();
        await GiveAsync(firm, ben, command);
        await answered.CancelAsync();
        var rounds = await Task.WhenAll(hammering);

        rounds.Sum().ShouldBePositive();
        foreach (var (where, token) in sessions)
            StateOf(await firm.CheckAsync(token))
                .ShouldBe(where == firm ? Expected(command) : "User, none, all agents", $"{command}, seen in {where.CompanyId}");
    }

    private static async Task<int> HammerAsync(Firm firm, List<(Firm Firm, string Token)> sessions, int worker, CancellationToken until)
    {
        var checks = 0;
        for (var i = worker; !until.IsCancellationRequested; i += 7, checks++)
            await firm.CheckAsync(sessions[i % sessions.Count].Token);
        return checks;
    }

    private static Task GiveAsync(Firm firm, Actor member, string command) =>
        command switch
        {
            "role" => firm.Members.UpdateMemberAsync(firm.Founder, member.UserId, new UpdateMember(Access: new(Role: Role.User))),
            "permissions" => firm.Members.UpdateMemberAsync(
                firm.Founder,
                member.UserId,
                new UpdateMember(Access: new(Role: Role.User, Permissions: ["crm.access"]))
            ),
            "agents" => firm.Members.UpdateMemberAsync(firm.Founder, member.UserId, new UpdateMember(Access: new(AgentIds: ["a"]))),
            "deactivate" => firm.Members.DeactivateMemberAsync(firm.Founder, member.UserId),
            "remove" => firm.Members.RemoveMemberAsync(firm.Founder, member.UserId),
            _ => firm.MemberSessions.SignOutMemberAsync(firm.Founder, member.UserId),
        };

    private static string Expected(string command) =>
        command switch
        {
            "role" => "User, none, all agents",
            "permissions" => "User, crm.access, all agents",
            "agents" => "Admin, all but billing, a",
            "deactivate" => nameof(SessionEndReason.Deactivated),
            "remove" => nameof(SessionEndReason.Removed),
            _ => nameof(SessionEndReason.Revoked),
        };

    private static string StateOf(SessionCheck check)
    {
        if (check.Principal is not { } principal)
            return check.Ended?.ToString() ?? "unknown";
        var permissions =
            principal.Permissions.SequenceEqual(
                Permissions.All.Where(permission => !permission.StartsWith("billing.", StringComparison.Ordinal))
            )
                ? "all but billing"
            : principal.Permissions.Count == 0 ? "none"
            : string.Join(' ', principal.Permissions);
        return $"{principal.Role}, {permissions}, {(principal.AgentIds.Count == 0 ? "all agents" : string.Join(' ', principal.AgentIds))}";
    }
}
