using Kayse.Grains.Sessions;

namespace Kayse.Grains.Tests.Sessions;

public sealed class RepeatedFailuresTests
{
    private static readonly DateTimeOffset _nine = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private readonly RepeatedFailures _failures = new();

    [Fact]
    public void A_failure_repeats_one_of_the_same_reason_from_the_same_address_within_an_hour()
    {
        _failures.Add(1, Failure("203.0.113.7", 0), sequence: 10);

        _failures.Find(1, Failure("203.0.113.7", 59)).ShouldBe(10);
        _failures.Find(1, Failure("203.0.113.8", 59)).ShouldBeNull();
        _failures.Find(1, Failure("203.0.113.7", 59, SignInFailure.TwoFactorInvalid)).ShouldBeNull();
        _failures.Find(2, Failure("203.0.113.7", 59)).ShouldBeNull();
        _failures.Find(1, Failure("203.0.113.7", 60)).ShouldBeNull();
    }

    [Fact]
    public void Beyond_three_in_an_hour_a_person_gets_no_more_entries()
    {
        for (var i = 0; i < SignInHistoryRules.MaxFailuresPerPerson; i++)
            _failures.Add(1, Failure($"203.0.113.{i}", i), sequence: i);

        _failures.Find(1, Failure("203.0.113.99", 10)).ShouldBe(0);
        _failures.Find(1, Failure("203.0.113.99", 10, SignInFailure.Locked)).ShouldBe(SignInHistoryRules.MaxFailuresPerPerson - 1);
    }

    [Fact]
    public void Of_more_people_than_the_limit_none_gets_an_entry_until_the_hour_is_over()
    {
        _failures.AreTooMany(_nine).ShouldBeFalse();
        for (var i = 0; i < SignInHistoryRules.MaxFailures; i++)
            _failures.Add(i, Failure("203.0.113.7", 0), sequence: i);

        _failures.AreTooMany(_nine.AddMinutes(59)).ShouldBeTrue();
        _failures.AreTooMany(_nine.AddMinutes(60)).ShouldBeFalse();
        _failures.Find(3, Failure("203.0.113.7", 60)).ShouldBeNull();
    }

    private static SignInFailed Failure(string address, int minutes, SignInFailure reason = SignInFailure.WrongPassword) =>
        new("ben", "Ben Jones", reason, ClientDevice.Unknown with { IpAddress = address }, _nine.AddMinutes(minutes));
}
