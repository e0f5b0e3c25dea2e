using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class EmailChangeRulesTests
{
    private static readonly EmailChange _change = new(
        "mail",
        "new@firm.example",
        SampleUser.Hash(1),
        SampleUser.Now + EmailChangeRules.ConfirmLifetime,
        SessionId: "here"
    );

    private static readonly UserState _user = SampleUser.Ada with { EmailChange = _change };

    [Theory]
    [InlineData("nonsense", "email_invalid")]
    [InlineData(" ADA@firm.example ", "validation_failed")]
    public void Some_addresses_are_refused(string address, string code) =>
        SampleUser.RefusalOf(() => EmailChangeRules.Check(_user, address, SampleUser.Now)).ShouldBe(code);

    [Fact]
    public void No_more_than_three_addresses_are_given_up_in_a_week()
    {
        var user = _user with { FormerEmails = [Former(1), Former(2), Former(3)] };

        SampleUser.RefusalOf(() => EmailChangeRules.Check(user, "new@firm.example", SampleUser.Now)).ShouldBe("rate_limited");
        EmailChangeRules.Check(user, "former2@firm.example", SampleUser.Now).ShouldBe("former2@firm.example");
        EmailChangeRules.Check(user, "new@firm.example", SampleUser.Now + EmailChangeRules.UndoLifetime).ShouldBe("new@firm.example");
    }

    [Fact]
    public void The_last_link_works_in_time()
    {
        EmailChangeRules.Usable(_user, SampleUser.Hash(1), SampleUser.Now).ShouldBe(_change);
        SampleUser.RefusalOf(() => EmailChangeRules.Usable(_user, SampleUser.Hash(2), SampleUser.Now)).ShouldBe("not_found");
        SampleUser.RefusalOf(() => EmailChangeRules.Usable(_user, SampleUser.Hash(1), _change.ExpiresAt)).ShouldBe("email_link_expired");
    }

    [Fact]
    public void Once_confirmed_the_address_before_is_kept_and_every_other_session_ends()
    {
        var next = EmailChangeRules.Confirmed(_user, _change, SampleUser.Hash(5), SampleUser.Now);

        (next.Email, next.EmailChange).ShouldBe(("new@firm.example", null));
        next.FormerEmails.ShouldHaveSingleItem().Email.ShouldBe("ada@firm.example");
        next.SessionIds.ShouldBe(["here"]);
        next.Pending.OfType<EndSessions>().Single().SessionIds.ShouldBe(["there"]);
        next.Pending.OfType<SyncEmailAddress>().Select(step => step.Email).ShouldBe(["ada@firm.example", "new@firm.example"]);
        next.Pending.ShouldContain(new RefreshSessions());
        next.Pending.ShouldContain(new NotifyCompany("firm", 1));
    }

    [Fact]
    public void An_address_that_was_never_proved_is_not_kept() =>
        EmailChangeRules
            .Confirmed(_user with { EmailVerifiedAt = null }, _change, SampleUser.Hash(5), SampleUser.Now)
            .FormerEmails.ShouldBeEmpty();

    [Fact]
    public void Back_at_an_address_that_was_kept_what_came_between_is_given_up()
    {
        var user = _user with { FormerEmails = [Former(1), Former(2)] };

        var next = EmailChangeRules.Confirmed(user, _change with { Email = "former2@firm.example" }, SampleUser.Hash(5), SampleUser.Now);

        next.FormerEmails.ShouldBe([Former(1)]);
    }

    [Fact]
    public void Undone_the_password_is_void_and_every_session_ends()
    {
        var user = _user with { FormerEmails = [Former(1), Former(2)] };

        var next = EmailChangeRules.Undone(user, Former(2), SampleUser.Now);

        (next.Email, next.PasswordHash, next.SessionIds.Count).ShouldBe(("former2@firm.example", "", 0));
        next.FormerEmails.ShouldBe([Former(1)]);
    }

    [Fact]
    public void Addresses_whose_time_is_over_are_freed()
    {
        var user = _user with { FormerEmails = [Former(1), Former(2) with { Until = SampleUser.Now + TimeSpan.FromDays(9) }] };

        EmailChangeRules.WithoutExpired(user, SampleUser.Now).ShouldBeSameAs(user);
        var next = EmailChangeRules.WithoutExpired(user, SampleUser.Now + EmailChangeRules.UndoLifetime);

        next.FormerEmails.ShouldHaveSingleItem().Email.ShouldBe("former2@firm.example");
        next.Pending.ShouldBe([new SyncEmailAddress("former1@firm.example")]);
    }

    private static FormerEmail Former(byte number) =>
        new($"former{number}@firm.example", SampleUser.Hash((byte)(10 + number)), SampleUser.Now + EmailChangeRules.UndoLifetime);
}
