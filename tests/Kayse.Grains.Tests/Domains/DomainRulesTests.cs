using Kayse.Grains.Domains;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Tests.Domains;

public sealed class DomainRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly DomainRecord _added = DomainRules.Add("jones.example", _now);

    private DomainRecord Verified => DomainRules.Verify(DomainRules.After(_added, DomainCheckResult.Found, _now), _now);

    [Theory]
    [InlineData(" Jones.Example ", "jones.example")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("a.b.c.jones.example", "a.b.c.jones.example")]
    public void A_domain_is_kept_in_its_ascii_form(string typed, string kept) => DomainRules.Check(typed).ShouldBe(kept);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jones")]
    [InlineData("jones.example.")]
    [InlineData("https://jones.example")]
    [InlineData("ben@jones.example")]
    [InlineData("jones..example")]
    [InlineData("jones example")]
    [InlineData("_dmarc.jones.example")]
    [InlineData("*.jones.example")]
    public void What_is_no_domain_is_refused(string? typed) => CodeOf(() => DomainRules.Check(typed)).ShouldBe("domain_invalid");

    [Fact]
    public void A_domain_whose_record_would_have_no_name_is_refused()
    {
        var label = new string('a', 63);
        var longest = $"{label}.{label}.{label}.{new string('a', 253 - "_kayse-challenge.".Length - (3 * 64))}";

        DomainRules.Check(longest).ShouldBe(longest);
        CodeOf(() => DomainRules.Check($"{longest}a")).ShouldBe("domain_invalid");
    }

    [Theory, InlineData("gmail.com"), InlineData("OUTLOOK.com"), InlineData("tuta.com"), InlineData("yahoo.co.uk")]
    public void Where_anybody_has_an_address_is_no_companys_domain(string domain) =>
        CodeOf(() => DomainRules.Check(domain)).ShouldBe("domain_public");

    [Fact]
    public void The_record_has_a_token_that_nobody_can_guess()
    {
        var tokens = Enumerable
            .Range(0, 100)
            .Select(_ => DomainRules.ViewOf(DomainRules.Add("jones.example", _now)).RecordValue)
            .ToList();

        tokens.Distinct().Count().ShouldBe(100);
        // 31 letters: 158 bits.
        tokens.ShouldAllBe(value => value.Length == "kayse-domain-verification=".Length + 32);
        DomainRules.ViewOf(_added).RecordName.ShouldBe("_kayse-challenge.jones.example");
    }

    [Fact]
    public void A_check_reads_what_the_records_say()
    {
        var value = DomainRules.RecordValueOf(_added);

        DomainRules.Read(_added, ["v=spf1 -all", $" {value} "]).ShouldBe(DomainCheckResult.Found);
        DomainRules.Read(_added, []).ShouldBe(DomainCheckResult.Missing);
        DomainRules.Read(_added, [value[..^1], $"{value}x", value.ToUpperInvariant()]).ShouldBe(DomainCheckResult.Mismatch);
        DomainRules.Read(_added, null).ShouldBe(DomainCheckResult.Unreachable);
    }

    [Fact]
    public void A_record_that_is_found_verifies_nothing_by_itself() =>
        DomainRules.ViewOf(DomainRules.After(_added, DomainCheckResult.Found, _now)).Status.ShouldBe(DomainStatus.Pending);

    [Theory, InlineData(DomainCheckResult.Missing), InlineData(DomainCheckResult.Mismatch)]
    public void A_record_that_is_gone_flags_the_domain_from_then_on(DomainCheckResult result)
    {
        var lost = DomainRules.After(Verified, result, _now.AddDays(7));
        var still = DomainRules.After(lost, result, _now.AddDays(8));

        (DomainRules.ViewOf(lost).Status, lost.LostAt, lost.VerifiedAt).ShouldBe((DomainStatus.Lost, _now.AddDays(7), _now));
        still.LostAt.ShouldBe(_now.AddDays(7));
        DomainRules.ViewOf(DomainRules.After(still, DomainCheckResult.Found, _now.AddDays(9))).Status.ShouldBe(DomainStatus.Verified);
    }

    [Fact]
    public void Name_servers_that_do_not_answer_change_nothing()
    {
        var lost = DomainRules.After(Verified, DomainCheckResult.Missing, _now);

        DomainRules.ViewOf(DomainRules.After(Verified, DomainCheckResult.Unreachable, _now)).Status.ShouldBe(DomainStatus.Verified);
        DomainRules.After(lost, DomainCheckResult.Unreachable, _now.AddDays(1)).LostAt.ShouldBe(_now);
        DomainRules.ViewOf(DomainRules.After(_added, DomainCheckResult.Unreachable, _now)).Status.ShouldBe(DomainStatus.Pending);
    }

    [Fact]
    public void What_is_in_order_is_checked_again_in_a_week_and_anything_else_on_the_next_day()
    {
        DomainRules.After(Verified, DomainCheckResult.Found, _now).NextCheckAt.ShouldBe(_now.AddDays(7));
        foreach (var result in Enum.GetValues<DomainCheckResult>().Where(result => result != DomainCheckResult.Found))
            DomainRules.After(Verified, result, _now).NextCheckAt.ShouldBe(_now.AddDays(1));
    }

    private static string CodeOf(Action work) => Should.Throw<RefusedException>(work).Code;
}
