using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Users;

public sealed class NoticeRulesTests
{
    private static readonly NoticeLink _link = new(SampleUser.Hash(1), "ada@firm.example", SampleUser.Now + NoticeRules.Lifetime);

    [Fact]
    public void A_lock_is_told_of_once_in_six_hours()
    {
        var told = SampleUser.Ada with { LockNoticeAt = SampleUser.Now };

        NoticeRules.MayTellOfLock(SampleUser.Ada, SampleUser.Now).ShouldBeTrue();
        NoticeRules.MayTellOfLock(told, SampleUser.Now + TimeSpan.FromHours(6) - TimeSpan.FromTicks(1)).ShouldBeFalse();
        NoticeRules.MayTellOfLock(told, SampleUser.Now + TimeSpan.FromHours(6)).ShouldBeTrue();
    }

    [Fact]
    public void A_link_is_found_by_its_secret_until_it_expires()
    {
        NoticeRules.Find([_link], SampleUser.Hash(1), SampleUser.Now).ShouldBe(_link);
        NoticeRules.Find([_link], SampleUser.Hash(2), SampleUser.Now).ShouldBeNull();
        NoticeRules.Find([_link], SampleUser.Hash(1), _link.ExpiresAt).ShouldBeNull();
    }

    [Fact]
    public void Expired_links_and_the_oldest_of_too_many_make_room()
    {
        var links = Enumerable.Range(0, 50).Select(number => _link with { TokenHash = SampleUser.Hash((byte)number) }).ToList();

        NoticeRules.With(links, _link, SampleUser.Now).Count.ShouldBe(50);
        NoticeRules.With(links, _link, SampleUser.Now)[0].ShouldBe(links[1]);
        NoticeRules.With(links, _link, _link.ExpiresAt).ShouldBe([_link]);
    }

    [Fact]
    public void A_used_link_stays_and_says_so() => NoticeRules.Used([_link], _link).ShouldBe([_link with { IsUsed = true }]);
}
