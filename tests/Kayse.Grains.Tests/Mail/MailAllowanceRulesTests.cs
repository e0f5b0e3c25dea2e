using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class MailAllowanceRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly MailAllowanceOptions _options = new() { Limit = 2, Window = TimeSpan.FromHours(1) };

    [Fact]
    public void A_mail_counts_until_the_window_has_passed()
    {
        var record = RecordOf(_now.AddMinutes(-61), _now.AddMinutes(-60), _now.AddMinutes(-59), _now);

        MailAllowanceRules.Recent(record, _options, _now).Select(mail => mail.At).ShouldBe([_now.AddMinutes(-59), _now]);
    }

    [Fact]
    public void An_address_that_got_no_mail_has_none_that_counts() =>
        MailAllowanceRules.Recent(record: null, _options, _now).ShouldBeEmpty();

    [Fact]
    public void Below_the_limit_a_mail_is_allowed_now() =>
        MailAllowanceRules.WaitFor(RecordOf(_now).Mails, _options, _now).ShouldBeNull();

    [Fact]
    public void At_the_limit_the_wait_ends_with_the_window_of_the_oldest_that_counts() =>
        MailAllowanceRules
            .WaitFor(RecordOf(_now.AddMinutes(-50), _now.AddMinutes(-20)).Mails, _options, _now)
            .ShouldBe(TimeSpan.FromMinutes(10));

    [Fact]
    public void After_the_limit_was_lowered_the_wait_lasts_until_fewer_than_the_new_limit_count() =>
        MailAllowanceRules
            .WaitFor(RecordOf(_now.AddMinutes(-50), _now.AddMinutes(-40), _now.AddMinutes(-20)).Mails, _options, _now)
            .ShouldBe(TimeSpan.FromMinutes(20));

    [Fact]
    public void A_limit_of_0_allows_any_number() =>
        MailAllowanceRules.WaitFor(RecordOf(_now, _now, _now).Mails, new MailAllowanceOptions { Limit = 0 }, _now).ShouldBeNull();

    [Fact]
    public void The_id_of_an_address_is_stable_and_does_not_show_it()
    {
        var id = MailAllowanceRules.IdOf("ada@example.com");

        id.ShouldBe(MailAllowanceRules.IdOf("ada@example.com"));
        id.ShouldNotBe(MailAllowanceRules.IdOf("ben@example.com"));
        id.ShouldNotContain("ada", Case.Insensitive);
    }

    private static MailAllowanceRecord RecordOf(params DateTimeOffset[] times) =>
        new() { Id = "id", Mails = [.. times.Select((at, number) => new CountedMail($"mail-{number}", at))] };
}
