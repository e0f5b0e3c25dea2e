using System.Text.RegularExpressions;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Tests.TwoFactor;

public class BackupCodeTests
{
    [Fact]
    public void There_are_ten_and_each_works_once()
    {
        var (codes, hashes) = BackupCodes.Create();
        codes.Distinct().Count().ShouldBe(10);
        foreach (var code in codes)
        {
            hashes = BackupCodes.Use(hashes, code).ShouldNotBeNull();
            BackupCodes.Use(hashes, code).ShouldBeNull();
        }

        hashes.ShouldBeEmpty();
    }

    [Fact]
    public void They_are_shown_in_groups_of_what_can_be_told_apart() =>
        BackupCodes
            .Create()
            .Codes.ShouldAllBe(code =>
                Regex.IsMatch(code, "^[0-9a-hjkmnp-tv-z]{6}(-[0-9a-hjkmnp-tv-z]{6}){3}$", RegexOptions.None, TimeSpan.FromSeconds(1))
            );

    [Fact]
    public void They_are_read_as_people_type_them()
    {
        var (codes, hashes) = BackupCodes.Create();
        BackupCodes.Use(hashes, codes[0].ToUpperInvariant().Replace('-', ' ')).ShouldNotBeNull();
        BackupCodes.Use(hashes, codes[0].Replace("-", "", StringComparison.Ordinal)).ShouldNotBeNull();
        BackupCodes.Use(hashes, $"\u00A0{codes[0].Replace('-', '\u2013')}\n").ShouldNotBeNull();
    }

    [Theory]
    [InlineData('0', 'O')]
    [InlineData('0', 'o')]
    [InlineData('1', 'I')]
    [InlineData('1', 'i')]
    [InlineData('1', 'L')]
    [InlineData('1', 'l')]
    public void What_looks_like_a_digit_is_read_as_one(char digit, char letter)
    {
        var (codes, hashes) = BackupCodes.Create();
        foreach (var code in codes)
            hashes = BackupCodes.Use(hashes, code.Replace(digit, letter)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("000000-000000-000000-00000")]
    [InlineData("000000-000000-000000-0000000")]
    [InlineData("uuuuuu-uuuuuu-uuuuuu-uuuuuu")]
    public void What_is_no_code_uses_none(string code) => BackupCodes.Use(BackupCodes.Create().Hashes, code).ShouldBeNull();
}
