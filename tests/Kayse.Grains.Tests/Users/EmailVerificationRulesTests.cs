using Kayse.Grains.Sessions;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class EmailVerificationRulesTests
{
    private static readonly EmailVerification _verification = new(
        "mail",
        SampleUser.Hash(1),
        SampleUser.Now + EmailVerificationRules.LinkLifetime,
        ProtectedCode: [1],
        SampleUser.Now + EmailVerificationRules.CodeLifetime
    );

    private static readonly UserState _user = SampleUser.Ada with { EmailVerifiedAt = null, EmailVerification = _verification };

    [Fact]
    public void A_code_has_six_digits() => EmailVerificationRules.NewCode().ShouldMatch("^[0-9]{6}$");

    [Theory]
    [InlineData("123456", true)]
    [InlineData(" 123 456\n", true)]
    [InlineData("١٢٣٤٥٦", true)]
    [InlineData("123457", false)]
    [InlineData("1234567", false)]
    [InlineData("12345", false)]
    [InlineData("", false)]
    public void It_is_read_as_people_type_it(string typed, bool isCode) =>
        EmailVerificationRules.IsCode("123456", typed).ShouldBe(isCode);

    [Fact]
    public void A_code_that_is_lost_is_nobodys() => EmailVerificationRules.IsCode(code: null, "").ShouldBeFalse();

    [Fact]
    public void Five_wrong_codes_end_a_code_and_twenty_end_all()
    {
        var user = _user;
        for (var tries = 0; tries < EmailVerificationRules.MaxWrongCodes; tries++)
            user = EmailVerificationRules.WithWrongCode(user, EmailVerificationRules.UsableByCode(user, SampleUser.Now));

        SampleUser
            .RefusalOf(() => EmailVerificationRules.UsableByCode(user, SampleUser.Now))
            .ShouldBe(EmailVerificationErrors.CodeExpired.Code);
        var another = user with { EmailVerification = _verification };
        EmailVerificationRules.UsableByCode(another, SampleUser.Now).ShouldBe(_verification);
        SampleUser
            .RefusalOf(() => EmailVerificationRules.UsableByCode(another with { WrongEmailCodes = 20 }, SampleUser.Now))
            .ShouldBe(EmailVerificationErrors.OnlyLink.Code);
    }

    [Fact]
    public void A_link_works_in_time_and_goes_on_to_answer_who_has_used_it()
    {
        EmailVerificationRules.EnsureUsable(_user, SampleUser.Hash(1), SampleUser.Now);
        SampleUser.RefusalOf(() => EmailVerificationRules.EnsureUsable(_user, SampleUser.Hash(2), SampleUser.Now)).ShouldBe("not_found");
        SampleUser
            .RefusalOf(() => EmailVerificationRules.EnsureUsable(_user, SampleUser.Hash(1), _verification.ExpiresAt))
            .ShouldBe("email_link_expired");
        EmailVerificationRules.EnsureUsable(
            EmailVerificationRules.Verified(_user, SampleUser.Now),
            SampleUser.Hash(1),
            _verification.ExpiresAt
        );
    }

    [Fact]
    public void Taken_over_an_account_keeps_nothing_that_the_other_could_get_in_by()
    {
        var squatted = _user with { SecondFactor = SampleUser.Factor, ApiKeys = [new HeldApiKey("key", "firm")], Photo = "theirs" };
        var registration = new RegisterUser("Vic Tim", "ada@firm.example", PhoneNumber: null, "their own", TimeZone: null);

        var next = EmailVerificationRules.TakenOver(squatted, registration, SampleUser.Now);

        (next.FullName, next.PasswordHash, next.EmailVerifiedAt).ShouldBe(("Vic Tim", "their own", SampleUser.Now));
        (next.SecondFactor, next.Photo, next.SessionIds.Count, next.ApiKeys.Count).ShouldBe((null, null, 0, 0));
        next.FormerPasswordHashes.ShouldBeEmpty();
        next.Pending.OfType<EndSessions>().Single().Reason.ShouldBe(SessionEndReason.PasswordChanged);
        next.Pending.OfType<RevokeApiKeys>().Single().KeyIds.ShouldBe(["key"]);
        next.Pending.ShouldContain(new DeletePhoto("theirs"));
    }
}
