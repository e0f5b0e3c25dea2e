using Kayse.Grains.AccessReviews;
using Kayse.Grains.Audit;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of an access review leaves a decision carried out and noted, once, or neither.
/// </summary>
public sealed class AccessReviewCrashTests
{
    private static readonly DecideAccess _reduce = new(AccessDecision.Reduce, new AccessChange(Role: Role.User));

    private Firm _firm = null!;
    private string _reviewId = "";
    private string _userId = "";

    private ICompanyAccessReviewsGrain Reviews => _firm.Silo.Grains.GetGrain<ICompanyAccessReviewsGrain>(_firm.CompanyId);

    [Fact]
    public Task Turning_reminders_on_and_starting_one() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await FoundAsync(scenario);
                return async () =>
                {
                    await Reviews.SetReminderAsync(_firm.Founder, quarterly: true);
                    await StartAsync();
                };
            },
            async scenario =>
            {
                var isOn = (await Reviews.GetReminderAsync(_firm.Founder)).Quarterly;
                if (scenario.IsAcknowledged)
                    isOn.ShouldBeTrue();
                if (isOn)
                    (await scenario.Silo.HasRemindersAsync(Reviews)).ShouldBeTrue();
                (await EntriesAsync(AuditActions.AccessReviewReminderChanged)).ShouldBe(isOn ? 1 : 0);
                var isThere = (await Reviews.ListReviewsAsync(_firm.Founder, Firm.AllOfIt)).Total == 1;
                if (scenario.IsAcknowledged)
                    isThere.ShouldBeTrue();
                (await EntriesAsync(AuditActions.AccessReviewStarted)).ShouldBe(isThere ? 1 : 0);

                await StartAsync();
                (await Reviews.GetReviewAsync(_firm.Founder, _reviewId)).Counts.Undecided.ShouldBe(2);
                (await EntriesAsync(AuditActions.AccessReviewStarted)).ShouldBe(1);
            }
        );

    [Fact]
    public Task Reducing_access() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await FoundAsync(scenario);
                await StartAsync();
                return () => Reviews.DecideAsync(_firm.Founder, _reviewId, _userId, _reduce);
            },
            async scenario =>
            {
                var item = await Reviews.GetItemAsync(_firm.Founder, _reviewId, _userId);
                var isReduced = (await _firm.MemberAsync(_userId)).Role == Role.User;
                if (scenario.IsAcknowledged)
                    isReduced.ShouldBeTrue();
                item.State.ShouldBe(isReduced ? AccessReviewState.Reduced : AccessReviewState.Undecided);
                (await EntriesAsync(AuditActions.MemberRoleChanged)).ShouldBe(isReduced ? 1 : 0);
                if (isReduced)
                    (item.Access.Grant.Role, item.Decision!.After!.Grant.Role).ShouldBe((Role.Admin, Role.User));
            }
        );

    [Fact]
    public Task Removing_somebody() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await FoundAsync(scenario);
                await StartAsync();
                return () => Reviews.DecideAsync(_firm.Founder, _reviewId, _userId, new DecideAccess(AccessDecision.Remove));
            },
            async scenario =>
            {
                var item = await Reviews.GetItemAsync(_firm.Founder, _reviewId, _userId);
                var isGone = await CrashScenario.AnswerAsync(() => _firm.MemberAsync(_userId)) == "not_found";
                if (scenario.IsAcknowledged)
                    isGone.ShouldBeTrue();
                item.State.ShouldBe(isGone ? AccessReviewState.Removed : AccessReviewState.Undecided);
                (await EntriesAsync(AuditActions.MemberRemoved)).ShouldBe(isGone ? 1 : 0);
            }
        );

    [Fact]
    public Task Keeping_access_and_closing() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await FoundAsync(scenario);
                await StartAsync();
                return async () =>
                {
                    await Reviews.DecideAsync(_firm.Founder, _reviewId, _userId, new DecideAccess(AccessDecision.Keep));
                    await Reviews.CloseReviewAsync(_firm.Founder, _reviewId, confirmed: true);
                };
            },
            async scenario =>
            {
                var review = await Reviews.GetReviewAsync(_firm.Founder, _reviewId);
                var isClosed = review.Status == AccessReviewStatus.Closed;
                if (scenario.IsAcknowledged)
                    isClosed.ShouldBeTrue();
                if (isClosed)
                    review.Counts.ShouldBe(new AccessReviewCounts(1, 1, 0, 0, 0));
                (await EntriesAsync(AuditActions.AccessReviewClosed)).ShouldBe(isClosed ? 1 : 0);
            }
        );

    [Fact]
    public Task Reminding_once_a_quarter() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await FoundAsync(scenario);
                var reminder = await Reviews.SetReminderAsync(_firm.Founder, quarterly: true);
                return async () =>
                {
                    scenario.Silo.Clock.Advance(reminder.NextAt!.Value - scenario.Silo.Clock.GetUtcNow() + TimeSpan.FromDays(1));
                    await CrashScenario.EventuallyAsync(() =>
                    {
                        (scenario.Silo.Crash.HasHappened || Reminded(scenario) > 0).ShouldBeTrue();
                        return Task.CompletedTask;
                    });
                };
            },
            async scenario =>
            {
                await CrashScenario.WhileTimePassesAsync(
                    scenario.Silo,
                    TimeSpan.FromDays(2),
                    () =>
                    {
                        Reminded(scenario).ShouldBe(1);
                        return Task.CompletedTask;
                    }
                );
                // What is due in other companies would be a write of the next point.
                await Reviews.SetReminderAsync(_firm.Founder, quarterly: false);
            }
        );

    private static int Reminded(CrashScenario scenario) =>
        scenario
            .Silo.Mailbox.All.Where(mail => mail.To.Address == $"f-{scenario.Email}" && mail.Subject.Contains("review access"))
            .DistinctBy(mail => mail.MessageId)
            .Count();

    private async Task FoundAsync(CrashScenario scenario)
    {
        _firm = await Firm.FoundAsync(scenario.Silo, $"f-{scenario.Email}");
        _userId = (await _firm.CreateAsync(scenario.Email, Role.Admin)).UserId;
        _reviewId = EntityId.New(scenario.Silo.Clock);
    }

    private Task<AccessReviewView> StartAsync() => Reviews.StartReviewAsync(_firm.Founder, new StartAccessReview(_reviewId));

    private async Task<int> EntriesAsync(string action) => (await _firm.AuditAsync()).Count(record => record.Action == action);
}
