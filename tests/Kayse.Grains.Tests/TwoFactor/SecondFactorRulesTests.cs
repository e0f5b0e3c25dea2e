using Kayse.Grains.Tests.Users;
using Kayse.Grains.TwoFactor;
using Kayse.Testing;

namespace Kayse.Grains.Tests.TwoFactor;

public sealed class SecondFactorRulesTests
{
    private static readonly byte[] _secret = TimeBasedCodes.NewSecret();

    [Fact]
    public void A_code_of_the_app_works_once()
    {
        var code = new OneTimeCodes(TimeBasedCodes.Base32(_secret), new TestClock(SampleUser.Now)).Code();

        var used = SecondFactorRules.Use(SampleUser.Factor, _secret, code, SampleUser.Now).ShouldNotBeNull();

        SecondFactorRules.Use(used, _secret, code, SampleUser.Now).ShouldBeNull();
    }

    [Fact]
    public void A_backup_code_works_once_and_without_the_secret()
    {
        var (codes, hashes) = BackupCodes.Create();
        var factor = SampleUser.Factor with { BackupCodes = hashes };

        var used = SecondFactorRules.Use(factor, secret: null, codes[3], SampleUser.Now).ShouldNotBeNull();

        used.BackupCodes.Count.ShouldBe(BackupCodes.Count - 1);
        SecondFactorRules.Use(used, secret: null, codes[3], SampleUser.Now).ShouldBeNull();
    }

    [Theory, InlineData(""), InlineData("nonsense"), InlineData("12345")]
    public void Anything_else_is_no_code(string typed) =>
        SecondFactorRules.Use(SampleUser.Factor, _secret, typed, SampleUser.Now).ShouldBeNull();
}
