using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class OutboxRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly QueuedMail _mail = new()
    {
        Mail = new OutgoingMail("mail-1", "ada@example.com", "Ada", EmailSamples.All["invitation"], _now.AddDays(1)),
        ProtectedSecret = [1, 2, 3],
        NextAttemptAt = _now,
    };

    [Theory]
    [InlineData(0, "00:00:05")]
    [InlineData(1, "00:00:10")]
    [InlineData(5, "00:02:40")]
    [InlineData(8, "00:21:20")]
    [InlineData(9, "00:30:00")]
    [InlineData(1000, "00:30:00")]
    public void The_pause_between_attempts_doubles_up_to_30_minutes(int attempts, string pause)
    {
        var next = OutboxRules.AfterFailedAttempt(_mail with { Attempts = attempts }, _now, random: 0.5);

        (next.NextAttemptAt - _now).ShouldBe(TimeSpan.Parse(pause, null));
        next.Attempts.ShouldBe(attempts + 1);
        next.FailedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 4.5)]
    [InlineData(1, 5.5)]
    public void The_pause_varies_by_a_tenth(double random, double seconds) =>
        (OutboxRules.AfterFailedAttempt(_mail, _now, random).NextAttemptAt - _now).TotalSeconds.ShouldBe(seconds, tolerance: 0.001);

    [Fact]
    public void A_mail_that_is_given_up_loses_its_secret()
    {
        var failed = OutboxRules.GivenUp(_mail, _now);

        failed.FailedAt.ShouldBe(_now);
        failed.ProtectedSecret.ShouldBeNull();
    }
}
