using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class UserPasswordRulesTests
{
    [Fact]
    public void Another_password_voids_whatever_rested_on_the_one_before()
    {
        var before = SampleUser.Ada with
        {
            PasswordReset = new PasswordReset("mail", SampleUser.Hash(1), SampleUser.Now),
            EmailChange = new EmailChange("mail", "new@firm.example", SampleUser.Hash(2), SampleUser.Now, "here"),
            TrustedDevices = [SampleUser.Laptop],
        };

        var next = UserPasswordRules.WithPassword(before, "hash 2", mustChange: true);

        (next.PasswordHash, next.CredentialVersion, next.MustChangePassword).ShouldBe(("hash 2", 2, true));
        (next.PasswordReset, next.EmailChange, next.TrustedDevices.Count).ShouldBe((null, null, 0));
    }

    [Fact]
    public void The_last_five_passwords_are_remembered()
    {
        var user = SampleUser.Ada;
        for (var number = 2; number <= 8; number++)
            user = UserPasswordRules.WithPassword(user, $"hash {number}", mustChange: false);

        UserPasswordRules.HistoryOf(user).Hashes.ShouldBe(["hash 8", "hash 7", "hash 6", "hash 5", "hash 4"]);
        UserPasswordRules.HasHad(user, "hash 4").ShouldBeTrue();
        UserPasswordRules.HasHad(user, "hash 3").ShouldBeFalse();
    }

    [Fact]
    public void A_password_that_an_admin_chose_is_void_once_it_would_open_another_company()
    {
        var chosen = UserPasswordRules.WithPassword(SampleUser.Ada, "chosen", mustChange: true);
        IReadOnlyList<Membership> both = [.. chosen.Memberships, SampleUser.In("court")];

        UserPasswordRules.WithMemberships(chosen, both).PasswordHash.ShouldBeEmpty();
        UserPasswordRules.WithMemberships(SampleUser.Ada, both).PasswordHash.ShouldBe("hash 1");
    }

    [Fact]
    public void A_company_sets_the_password_only_of_who_is_in_no_other()
    {
        UserPasswordRules.EnsureTheirsAlone(SampleUser.Ada, "firm");
        SampleUser.RefusalOf(() => UserPasswordRules.EnsureTheirsAlone(SampleUser.Ada, "court")).ShouldBe("forbidden");
    }

    [Fact]
    public void A_reset_link_works_for_its_holder_and_in_time()
    {
        var user = SampleUser.Ada with { PasswordReset = new PasswordReset("mail", SampleUser.Hash(1), SampleUser.Now) };

        UserPasswordRules.EnsureUsable(user, SampleUser.Hash(1), SampleUser.Now - TimeSpan.FromTicks(1));
        SampleUser.RefusalOf(() => UserPasswordRules.EnsureUsable(user, SampleUser.Hash(2), SampleUser.Now)).ShouldBe("not_found");
        SampleUser
            .RefusalOf(() => UserPasswordRules.EnsureUsable(user, SampleUser.Hash(1), SampleUser.Now))
            .ShouldBe("password_reset_expired");
    }
}
