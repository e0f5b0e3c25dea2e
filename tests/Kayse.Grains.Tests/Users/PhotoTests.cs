using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Users;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Users;

public sealed class PhotoTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;
    private string _userId = "";

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        _userId = (await _firm.JoinAsync("ben@else.example")).UserId;
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task A_photo_is_kept_clean_under_a_name_of_its_own_and_the_rosters_learn_it()
    {
        var view = await User.Profile.SetPhotoAsync(Pictures.Jpeg(300, 200, withSecrets: true));

        view.Version.ShouldBe(1);
        var name = view.Photo.ShouldNotBeNull();
        name.ShouldStartWith($"{_userId}.");
        PhotoName.ContentType(name).ShouldBe("image/jpeg");
        System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(Folder, name))).ShouldNotContain(Pictures.Secret);
        await CrashScenario.EventuallyAsync(async () => (await _firm.MemberAsync(_userId)).Photo.ShouldBe(name));
        (await _firm.AuditAsync()).ShouldAllBe(record => record.Action != "member.updated");
    }

    [Fact]
    public async Task Another_photo_takes_its_place_and_the_file_of_the_first_goes()
    {
        var first = (await User.Profile.SetPhotoAsync(Pictures.Png(1, 1))).Photo;
        var second = (await User.Profile.SetPhotoAsync(Pictures.WebP(2, 2))).Photo;

        second.ShouldNotBe(first);
        Files.ShouldBe([second]);
        (await User.Profile.SetPhotoAsync(Pictures.WebP(2, 2, withSecrets: true))).Version.ShouldBe(2, "the same picture is no change");
    }

    [Fact]
    public async Task What_is_no_picture_changes_nothing()
    {
        var photo = (await User.Profile.SetPhotoAsync(Pictures.Png())).Photo;

        (await Refused.CodeAsync(() => User.Profile.SetPhotoAsync([1, 2, 3]))).ShouldBe("unsupported_media_type");
        (await Refused.CodeAsync(() => User.Profile.SetPhotoAsync(new byte[(2 << 20) + 1]))).ShouldBe("payload_too_large");

        (await User.Profile.GetAsync())!.Photo.ShouldBe(photo);
        Files.ShouldBe([photo]);
    }

    [Fact]
    public async Task A_photo_that_is_taken_away_is_gone_everywhere()
    {
        await User.Profile.SetPhotoAsync(Pictures.Png());
        await CrashScenario.EventuallyAsync(async () => (await _firm.MemberAsync(_userId)).Photo.ShouldNotBeNull());

        await User.Profile.RemovePhotoAsync();
        await User.Profile.RemovePhotoAsync();

        (await User.Profile.GetAsync())!.Photo.ShouldBeNull();
        Files.ShouldBeEmpty();
        await CrashScenario.EventuallyAsync(async () => (await _firm.MemberAsync(_userId)).Photo.ShouldBeNull());
    }

    [Fact]
    public async Task The_same_picture_of_two_people_is_two_photos()
    {
        var (ben, ada) = (
            (await User.Profile.SetPhotoAsync(Pictures.Png())).Photo,
            (await _firm.User(_firm.Founder.UserId).Profile.SetPhotoAsync(Pictures.Png())).Photo
        );

        await User.Profile.RemovePhotoAsync();

        ben.ShouldNotBe(ada);
        Files.ShouldBe([ada]);
    }

    [Fact]
    public async Task With_the_account_the_photo_goes()
    {
        await User.Profile.SetPhotoAsync(Pictures.Png());

        await _firm.Accounts.DeleteAccountAsync(_firm.Founder, _userId);

        Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_joins_another_company_is_shown_there()
    {
        var photo = (await _firm.User(_firm.Founder.UserId).Profile.SetPhotoAsync(Pictures.Png())).Photo;

        var other = await _firm.AlsoFoundAsync("Another Firm");

        (await other.MemberAsync(_firm.Founder.UserId)).Photo.ShouldBe(photo);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.png")]
    [InlineData("../../kayse.db")]
    [InlineData("06axv7m2k4p9r3t8w1y5z0cd.9f86d081884c7d659a2feaa0c55ad015.svg")]
    [InlineData("06axv7m2k4p9r3t8w1y5z0cd.9f86d081884c7d659a2feaa0c55ad0/5.png")]
    [InlineData("06axv7m2k4p9r3t8w1y5z0cd.9f86d081884c7d659a2feaa0c55ad015.png.png")]
    public void What_is_no_name_of_a_photo_is_none(string name) => PhotoName.ContentType(name).ShouldBeNull();

    private Person User => _firm.User(_userId);

    private string Folder => Path.Combine(_silo.DataDirectory, "blobs", "photos");

    private IReadOnlyList<string?> Files =>
        System.IO.Directory.Exists(Folder) ? [.. System.IO.Directory.GetFiles(Folder).Select(Path.GetFileName)] : [];
}
