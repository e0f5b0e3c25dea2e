using Kayse.Grains.Audit;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Audit;

/// <summary>Fills the log of a person's company, as what is done in it does.</summary>
internal static class AuditScene
{
    public static AuditRecord Record(
        this KayseApp app,
        Person actor,
        string action,
        string target,
        params IReadOnlyList<AuditChange> changes
    ) =>
        new(
            EntityId.New(app.Clock),
            app.Clock.GetUtcNow(),
            new AuditActor(actor.UserId, "Ada Vale"),
            action,
            new AuditTarget(action.Split('.')[0], target, $"Name of {target}"),
            changes,
            "203.0.113.9",
            actor.SessionId,
            actor.CompanyId
        );

    public static Task AppendAsync(this KayseApp app, params IReadOnlyList<AuditRecord> records) =>
        app.Services.GetRequiredService<IGrainFactory>().GetGrain<IAuditLogGrain>(records[0].CompanyId).AppendAsync(records);
}
