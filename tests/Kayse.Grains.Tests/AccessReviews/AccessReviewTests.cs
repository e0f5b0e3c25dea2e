using Kayse.Grains.AccessReviews;
using Kayse.Grains.Errors;
using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Privacy;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.AccessReviews;

/// <summary>Access reviews on one silo, with a company for each test.</summary>
public sealed class AccessReviewTests(AccessReviewTests.OneSilo one) : IClassFixture<AccessReviewTests.OneSilo>, IAsyncLifetime
{
    private readonly string _mark = $"{Guid.NewGuid():N}"[..8];
    private Firm _firm = null!;

    private TestSilo Silo => one.Silo;

    public async Task InitializeAsync() => _firm = await Firm.FoundAsync(Silo, Of("ada"));

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Many_members_are_reviewed_and_found_by_name_and_by_where_they_stand()
    {
        for (var i = 0; i < 40; i++)
            await _firm.CreateAsync(Of($"m{i:d2}"));
        var review = await StartAsync();
        review.Counts.ShouldBe(new AccessReviewCounts(41, 0, 0, 0, 0));

        var first = await ListAsync(review, new PageRequest(30, null));
        var rest = await ListAsync(review, new PageRequest(30, first.NextCursor));
        first.Items.Concat(rest.Items).Select(item => item.UserId).Distinct().Count().ShouldBe(41);
        rest.NextCursor.ShouldBeNull();
        var found = (await ListAsync(review, Firm.AllOfIt, new AccessReviewFilter(null, "M07-"))).Items.ShouldHaveSingleItem();
        await DecideAsync(review, found.UserId, AccessDecision.Keep);
        (await ListAsync(review, Firm.AllOfIt, new AccessReviewFilter(AccessReviewState.Kept, null)))
            .Items.ShouldHaveSingleItem()
            .Email.ShouldBe(Of("m07"));

        await Silo.RestartAsync();
        (await Reviews.GetReviewAsync(_firm.Founder, review.Id)).Counts.ShouldBe(new AccessReviewCounts(40, 1, 0, 0, 0));
    }

    [Fact]
    public async Task Somebody_who_was_removed_and_came_back_is_not_who_was_reviewed()
    {
        var ben = await _firm.JoinAsync(Of("ben"));
        var review = await StartAsync();
        await _firm.Members.RemoveMemberAsync(_firm.Founder, ben.UserId);
        Silo.Clock.Advance(TimeSpan.FromHours(1));
        var (_, token) = await _firm.InviteByMailAsync(Of("ben"));
        await _firm.AcceptAsync(token, existingUserId: ben.UserId);

        var item = await DecideAsync(review, ben.UserId, AccessDecision.Remove);

        item.State.ShouldBe(AccessReviewState.Left);
        (await _firm.MemberAsync(ben.UserId)).Status.ShouldBe(MemberStatus.Active);
    }

    [Fact]
    public async Task Who_left_before_a_decision_need_not_be_confirmed()
    {
        var (ben, cleo) = (await _firm.CreateAsync(Of("ben")), await _firm.CreateAsync(Of("cleo")));
        var admin = await _firm.CreateAsync(Of("dan"), Role.SuperAdmin);
        var review = await StartAsync();
        foreach (var (reviewer, member) in new[] { (_firm.Founder, cleo), (_firm.Founder, admin), (admin, _firm.Founder) })
            await Reviews.DecideAsync(reviewer, review.Id, member.UserId, new DecideAccess(AccessDecision.Keep));
        (await Hosting.Refused.CodeAsync(() => Reviews.CloseReviewAsync(_firm.Founder, review.Id, confirmed: false))).ShouldBe(
            "access_review_unfinished"
        );
        await _firm.Members.RemoveMemberAsync(_firm.Founder, ben.UserId);

        var closed = await Reviews.CloseReviewAsync(_firm.Founder, review.Id, confirmed: false);

        closed.Counts.ShouldBe(new AccessReviewCounts(0, 3, 0, 0, 1));
    }

    [Fact]
    public async Task An_erased_person_stays_in_reviews_without_a_name()
    {
        var ben = await _firm.JoinAsync(Of("ben"), Role.Admin);
        var cleo = await _firm.CreateAsync(Of("cleo"));
        var review = await StartAsync();
        await Reviews.DecideAsync(ben, review.Id, cleo.UserId, new DecideAccess(AccessDecision.Keep));
        await DecideAsync(review, ben.UserId, AccessDecision.Keep, "Ben leads intake.");
        await Reviews.CloseReviewAsync(_firm.Founder, review.Id, confirmed: true);

        await Silo.Grains.GetGrain<IAccountDeletionGrain>(ben.UserId).DeleteForCompanyAsync(_firm.Founder, _firm.CompanyId);

        var items = (await ListAsync(review, Firm.AllOfIt)).Items;
        var erased = items.Single(item => item.UserId == ben.UserId);
        (erased.FullName, erased.Email, erased.Decision!.Note, erased.State).ShouldBe(
            ("Deleted person", "", null, AccessReviewState.Kept)
        );
        items.Single(item => item.UserId == cleo.UserId).Decision!.ByName.ShouldBe("Deleted person");
    }

    [Fact]
    public async Task Super_admins_are_reminded_once_a_quarter_until_it_is_turned_off()
    {
        await _firm.CreateAsync(Of("ben"), Role.Admin);
        var reminder = await Reviews.SetReminderAsync(_firm.Founder, quarterly: true);
        reminder.Quarterly.ShouldBeTrue();

        Silo.Clock.Advance(reminder.NextAt!.Value - Silo.Clock.GetUtcNow());
        await CrashScenario.WhileTimePassesAsync(Silo, TimeSpan.FromHours(12), () => ShouldBeRemindedAsync(1));
        (await Reviews.GetReminderAsync(_firm.Founder)).NextAt.ShouldBe(reminder.NextAt.Value.AddMonths(3));

        (await Reviews.SetReminderAsync(_firm.Founder, quarterly: false)).ShouldBe(new AccessReviewReminder(false, null));
        Silo.Clock.Advance(TimeSpan.FromDays(95));
        await CrashScenario.EventuallyAsync(async () => (await Silo.HasRemindersAsync(Reviews)).ShouldBeFalse());
        await ShouldBeRemindedAsync(1);
    }

    private Task ShouldBeRemindedAsync(int times)
    {
        var mails = Silo.Mailbox.All.Where(mail => mail.Subject.StartsWith("Time to review access", StringComparison.Ordinal));
        mails
            .Where(mail => mail.To.Address.Contains(_mark, StringComparison.Ordinal))
            .Select(mail => mail.To.Address)
            .ShouldBe(Enumerable.Repeat(Of("ada"), times));
        return Task.CompletedTask;
    }

    private string Of(string name) => $"{name}-{_mark}@firm.example";

    private ICompanyAccessReviewsGrain Reviews => Silo.Grains.GetGrain<ICompanyAccessReviewsGrain>(_firm.CompanyId);

    private Task<AccessReviewView> StartAsync() =>
        Reviews.StartReviewAsync(_firm.Founder, new StartAccessReview(EntityId.New(Silo.Clock)));

    private Task<Page<AccessReviewItem>> ListAsync(AccessReviewView review, PageRequest page, AccessReviewFilter? filter = null) =>
        Reviews.ListItemsAsync(_firm.Founder, review.Id, filter ?? AccessReviewFilter.Everybody, page);

    private Task<AccessReviewItem> DecideAsync(AccessReviewView review, string userId, AccessDecision decision, string? note = null) =>
        Reviews.DecideAsync(_firm.Founder, review.Id, userId, new DecideAccess(decision, Note: note));

    public sealed class OneSilo : IAsyncLifetime
    {
        internal TestSilo Silo { get; private set; } = null!;

        public async Task InitializeAsync() => Silo = await TestSilo.StartAsync();

        public async Task DisposeAsync() => await Silo.DisposeAsync();
    }
}
