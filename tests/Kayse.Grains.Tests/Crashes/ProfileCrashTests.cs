using Kayse.Grains.Invitations;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of a profile leaves it made, with all that follows from it, or not
/// begun.
/// </summary>
public sealed class ProfileCrashTests
{
    [Fact]
    public Task Changing_name_and_number()
    {
        var (person, token) = (new Actor("", "", null), "");
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                person = await scenario.Firm.JoinAsync(scenario.Email, phone: scenario.Phone);
                token = (await scenario.Firm.SignInAsync(person.UserId)).Session.Token;
                return () =>
                    scenario
                        .Firm.User(person.UserId)
                        .Profile.UpdateProfileAsync(new UpdateProfile("Ben Renamed", new Change<string>(scenario.OtherPhone)));
            },
            async scenario =>
            {
                // Nobody asks for the person at first: what was interrupted is finished by itself.
                scenario.Remind();
                var changed = true;
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var view = (await scenario.Firm.User(person.UserId).Profile.GetAsync())!;
                        changed = view.Version == 1;
                        (view.FullName, view.PhoneNumber).ShouldBe(
                            changed ? ("Ben Renamed", scenario.OtherPhone) : ("Ben Invitee", scenario.Phone)
                        );
                        (await scenario.Firm.CheckAsync(token)).Principal!.FullName.ShouldBe(view.FullName);
                        (await scenario.Firm.MemberAsync(person.UserId)).PhoneNumber.ShouldBe(view.PhoneNumber);
                        (await scenario.IsFreeAsync(scenario.Phone)).ShouldBe(changed);
                        (await scenario.IsFreeAsync(scenario.OtherPhone)).ShouldBe(!changed);
                    }
                );
                if (scenario.IsAcknowledged)
                    changed.ShouldBeTrue();
            }
        );
    }

    [Fact]
    public Task Asking_for_a_number_that_somebody_has()
    {
        var person = new Actor("", "", null);
        return CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await scenario.Firm.JoinAsync(scenario.OtherEmail, phone: scenario.OtherPhone);
                person = await scenario.Firm.JoinAsync(scenario.Email, phone: scenario.Phone);
                var change = new UpdateProfile(PhoneNumber: new Change<string>(scenario.OtherPhone));
                return () => CrashScenario.AnswerAsync(() => scenario.Firm.User(person.UserId).Profile.UpdateProfileAsync(change));
            },
            async scenario =>
            {
                scenario.Remind();
                (await scenario.Firm.User(person.UserId).Profile.GetAsync())!.PhoneNumber.ShouldBe(scenario.Phone);
                (await scenario.IsFreeAsync(scenario.Phone)).ShouldBeFalse();
                (await scenario.IsFreeAsync(scenario.OtherPhone)).ShouldBeFalse();
            }
        );
    }
}
