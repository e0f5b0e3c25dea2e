using Kayse.Grains.Mail;
using Kayse.Grains.Mail.Emails;
using Kayse.Grains.State;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Users;

namespace Kayse.Grains.ReleaseNotes;

/// <summary>Sends a person emails about release notes, unless they no longer want or concern them.</summary>
internal sealed class ReleaseMail(string userId, IGrainFactory grains, TimeProvider clock)
{
    private static readonly TimeSpan _usefulFor = TimeSpan.FromDays(3);

    public async Task<StepResult> SendAsync(ReleaseSummary note)
    {
        if (await grains.GetGrain<IUserGrain>(userId).GetAsync() is not { EmailVerified: true } user || !await ConcernsAsync(note))
            return StepResult.Done;
        var subscriptions = grains.GetGrain<ISubscriptionsGrain>(userId);
        if (!(await subscriptions.GetAsync()).Updates)
            return StepResult.Done;
        var mail = new OutgoingMail(
            $"release-{userId}-{note.Id}",
            user.Email,
            user.FullName,
            new ReleaseNotesEmail(note.Title, note.Summary),
            clock.GetUtcNow() + _usefulFor
        );
        await grains.GetGrain<IOutboxGrain>(OutboxShards.For(mail.Id)).EnqueueAsync(mail, await subscriptions.GetLinkTokenAsync());
        return StepResult.Done;
    }

    private async Task<bool> ConcernsAsync(ReleaseSummary note) =>
        (await grains.GetGrain<IMembershipsGrain>(userId).ListCompaniesAsync()).Memberships.Any(membership =>
            membership.Role >= note.Audience
        );
}
