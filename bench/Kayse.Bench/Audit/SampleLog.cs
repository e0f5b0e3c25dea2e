using System.Globalization;
using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;

namespace Kayse.Bench.Audit;

/// <summary>
/// What a large firm does in three years: a few people do most of it, a few kinds of things are most of it, and it is
/// done to thousands.
/// </summary>
internal sealed class SampleLog(string companyId, int count)
{
    private const int Actors = 200;
    private const int Targets = 10_000;
    private static readonly TimeSpan _years = TimeSpan.FromDays(3 * 365);
    private static readonly DateTimeOffset _start = new(2023, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] _actions =
    [
        AuditActions.MemberUpdated,
        AuditActions.MemberSignedOut,
        AuditActions.InvitationCreated,
        AuditActions.MemberScopesChanged,
        AuditActions.InvitationResent,
        AuditActions.MemberPermissionsChanged,
        AuditActions.MemberDeactivated,
        AuditActions.MemberReactivated,
        AuditActions.ScopeUpdated,
        AuditActions.MemberRemoved,
        AuditActions.MemberRoleChanged,
        AuditActions.PolicyChanged,
    ];

    public static string Actor(Random random) => Number("actor", Skewed(random, Actors));

    public static string Action(Random random) => _actions[Skewed(random, _actions.Length)];

    public static string Target(Random random) => Number("target", random.Next(Targets));

    public static DateTimeOffset Time(Random random) => _start + (_years * random.NextDouble());

    /// <summary>The record of a place in the log, with an id of its own.</summary>
    public AuditRecord Record(int number)
    {
        var random = new Random(number);
        var (actor, action, target) = (Actor(random), Action(random), Target(random));
        return new AuditRecord(
            EntityId.New(TimeProvider.System),
            _start + (_years * ((double)number / count)),
            new AuditActor(actor, "Eleanor Fitzgerald"),
            action,
            new AuditTarget(action.Split('.')[0], target, "Dominic Castellano"),
            [
                new AuditChange("jobTitle", "\"Paralegal\"", "\"Senior Paralegal\"", Personal: false),
                new AuditChange("fullName", "\"Dominic Castelano\"", "\"Dominic Castellano\"", Personal: true),
            ],
            "203.0.113.9",
            EntityId.New(TimeProvider.System),
            companyId
        );
    }

    // The first of ten get more than half.
    private static int Skewed(Random random, int count) => (int)(count * Math.Pow(random.NextDouble(), 4));

    private static string Number(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:d18}");
}
