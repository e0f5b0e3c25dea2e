using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Crashes;

/// <summary>
/// A process that dies at any point of a change of a photo leaves the one photo that the person has, and no file of
/// another.
/// </summary>
public sealed class PhotoCrashTests
{
    private string _userId = "";
    private string? _before;

    [Fact]
    public Task Replacing() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await PrepareAsync(scenario);
                return () => User(scenario).Profile.SetPhotoAsync(Pictures.Png(4, 4));
            },
            scenario => OneOrTheOtherAsync(scenario, isRemoval: false)
        );

    [Fact]
    public Task Removing() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await PrepareAsync(scenario);
                return () => User(scenario).Profile.RemovePhotoAsync();
            },
            scenario => OneOrTheOtherAsync(scenario, isRemoval: true)
        );

    [Fact]
    public Task Erasing() =>
        CrashScenario.AtEveryPointAsync(
            async scenario =>
            {
                await PrepareAsync(scenario);
                return () => scenario.Firm.Accounts.DeleteAccountAsync(scenario.Firm.Founder, _userId);
            },
            async scenario =>
            {
                scenario.Remind();
                await CrashScenario.WithinMinutesAsync(
                    scenario.Silo,
                    async () =>
                    {
                        var photo = (await User(scenario).Profile.GetAsync())?.Photo;
                        FilesOf(scenario).ShouldBe(photo is null ? [] : [photo]);
                        if (scenario.IsAcknowledged)
                            photo.ShouldBeNull();
                    }
                );
            }
        );

    private async Task PrepareAsync(CrashScenario scenario)
    {
        _userId = (await scenario.Firm.JoinAsync(scenario.Email)).UserId;
        _before = (await User(scenario).Profile.SetPhotoAsync(Pictures.Png())).Photo;
        await RosterSaysAsync(scenario, _before);
    }

    private async Task OneOrTheOtherAsync(CrashScenario scenario, bool isRemoval)
    {
        // Nobody asks for the person at first: what was interrupted is finished by itself.
        scenario.Remind();
        string? photo = null;
        await CrashScenario.WithinMinutesAsync(
            scenario.Silo,
            async () =>
            {
                photo = (await User(scenario).Profile.GetAsync())!.Photo;
                FilesOf(scenario).ShouldBe(photo is null ? [] : [photo]);
            }
        );
        await RosterSaysAsync(scenario, photo);
        if (scenario.IsAcknowledged)
            photo.ShouldNotBe(_before);
        if (!isRemoval)
            photo.ShouldNotBeNull();
    }

    private Task RosterSaysAsync(CrashScenario scenario, string? photo) =>
        CrashScenario.WithinMinutesAsync(scenario.Silo, async () => (await scenario.Firm.MemberAsync(_userId)).Photo.ShouldBe(photo));

    private IReadOnlyList<string> FilesOf(CrashScenario scenario) =>
        [
            .. System
                .IO.Directory.GetFiles(Path.Combine(scenario.Silo.DataDirectory, "blobs", "photos"), $"{_userId}.*")
                .Select(file => Path.GetFileName(file)!),
        ];

    private Person User(CrashScenario scenario) => scenario.Firm.User(_userId);
}
