using Kayse.Grains.Lists;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Members;

/// <summary>ME-1: the roster as it is searched, filtered, sorted and paged.</summary>
public sealed class MemberListTests : IAsyncLifetime
{
    private TestSilo _silo = null!;
    private Firm _firm = null!;

    public async Task InitializeAsync()
    {
        _silo = await TestSilo.StartAsync();
        _firm = await Firm.FoundAsync(_silo);
        await AddAsync("Zoë Müller", "zoe@firm.example", "Paralegal", Role.User);
        await AddAsync("ángel Straße", "angel@firm.example", "Partner", Role.Admin);
        await AddAsync("Bo Łukasz", "x.bo@firm.example", null, Role.User);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Theory]
    [InlineData("muller", "Zoë Müller")]
    [InlineData("MÜLLER zoe", "Zoë Müller")]
    [InlineData("STRASSE", "ángel Straße")]
    [InlineData("lukasz", "Bo Łukasz")]
    [InlineData("x.bo@", "Bo Łukasz")]
    [InlineData("par", "ángel Straße, Zoë Müller")]
    [InlineData("par zoe", "Zoë Müller")]
    [InlineData("nobody", "")]
    public async Task Search_heeds_neither_case_nor_accents(string search, string expected) =>
        (await NamesAsync(MemberFilter.Everybody with { Search = search })).ShouldBe(expected);

    [Theory]
    [InlineData(MemberSort.Name, false, "Ada Founder, ángel Straße, Bo Łukasz, Zoë Müller")]
    [InlineData(MemberSort.Name, true, "Zoë Müller, Bo Łukasz, ángel Straße, Ada Founder")]
    [InlineData(MemberSort.Email, false, "Ada Founder, ángel Straße, Bo Łukasz, Zoë Müller")]
    [InlineData(MemberSort.Role, false, "Bo Łukasz, Zoë Müller, ángel Straße, Ada Founder")]
    [InlineData(MemberSort.JoinedAt, true, "Bo Łukasz, ángel Straße, Zoë Müller, Ada Founder")]
    [InlineData(MemberSort.Status, true, "Zoë Müller, Bo Łukasz, ángel Straße, Ada Founder")]
    public async Task Members_are_sorted(MemberSort sort, bool descending, string expected) =>
        (await NamesAsync(MemberFilter.Everybody with { Sort = sort, Descending = descending })).ShouldBe(expected);

    [Fact]
    public async Task Who_was_active_last_comes_last()
    {
        var bo = (await PageAsync(MemberFilter.Everybody with { Search = "bo" })).Items[0];
        await _firm.SignInAsync(bo.UserId);

        var page = await PageAsync(MemberFilter.Everybody with { Sort = MemberSort.LastActiveAt });

        page.Items[^1].UserId.ShouldBe(bo.UserId);
        page.Items[^1].LastActiveAt.ShouldNotBeNull();
        page.Items[0].LastActiveAt.ShouldBeNull();
    }

    [Fact]
    public async Task Members_are_filtered_by_role_and_status()
    {
        var zoe = (await PageAsync(MemberFilter.Everybody with { Search = "zoe" })).Items[0];
        await _firm.Members.DeactivateMemberAsync(_firm.Founder, zoe.UserId);

        (await NamesAsync(MemberFilter.Everybody with { Role = Role.User })).ShouldBe("Bo Łukasz, Zoë Müller");
        (await NamesAsync(MemberFilter.Everybody with { Role = Role.User, Status = MemberStatus.Active })).ShouldBe("Bo Łukasz");
        (await NamesAsync(MemberFilter.Everybody with { Status = MemberStatus.Deactivated })).ShouldBe("Zoë Müller");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Pages_follow_each_other_though_members_come_and_go(bool descending)
    {
        var filter = MemberFilter.Everybody with { Descending = descending };
        var first = await PageAsync(filter, 2);
        await _firm.Members.RemoveMemberAsync(_firm.Founder, first.Items.First(member => member.UserId != _firm.Founder.UserId).UserId);
        await AddAsync(descending ? "Zzz Last" : "Aaa First", "new@firm.example", null, Role.User);
        var second = await PageAsync(filter, 2, first.NextCursor);

        first.Total.ShouldBe(4);
        first
            .Items.Concat(second.Items)
            .Select(member => member.FullName)
            .ShouldBe(
                descending
                    ? ["Zoë Müller", "Bo Łukasz", "ángel Straße", "Ada Founder"]
                    : ["Ada Founder", "ángel Straße", "Bo Łukasz", "Zoë Müller"]
            );
        second.NextCursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_cursor_of_another_order_or_of_nobody_is_refused()
    {
        var cursor = (await PageAsync(MemberFilter.Everybody, 1)).NextCursor;

        (await Refused.CodeAsync(() => PageAsync(MemberFilter.Everybody with { Descending = true }, 1, cursor))).ShouldBe(
            "validation_failed"
        );
        (await Refused.CodeAsync(() => PageAsync(MemberFilter.Everybody, 1, "bm9uc2Vuc2U"))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => PageAsync(MemberFilter.Everybody, 1, "AA"))).ShouldBe("validation_failed");
        (await Refused.CodeAsync(() => PageAsync(MemberFilter.Everybody, 1, "not base64!"))).ShouldBe("validation_failed");
    }

    [Fact]
    public async Task The_list_shows_what_has_changed_since_it_was_last_asked_for()
    {
        var zoe = (await PageAsync(MemberFilter.Everybody with { Search = "zoe" })).Items[0];
        await _firm.Members.UpdateMemberAsync(_firm.Founder, zoe.UserId, new UpdateMember(FullName: "Anna Before"));

        (await NamesAsync(MemberFilter.Everybody)).ShouldBe("Ada Founder, ángel Straße, Anna Before, Bo Łukasz");
        (await NamesAsync(MemberFilter.Everybody with { Search = "muller" })).ShouldBe("");
    }

    private async Task AddAsync(string name, string email, string? jobTitle, Role role)
    {
        _silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await _firm.Accounts.CreateMemberAsync(_firm.Founder, _firm.NewMember(email, role) with { FullName = name, JobTitle = jobTitle });
    }

    private Task<Page<MemberView>> PageAsync(MemberFilter filter, int limit = 50, string? cursor = null) =>
        _firm.Members.ListMembersAsync(_firm.Founder, filter, new PageRequest(limit, cursor));

    private async Task<string> NamesAsync(MemberFilter filter)
    {
        var page = await PageAsync(filter);
        page.Total.ShouldBe(page.Items.Count);
        return string.Join(", ", page.Items.Select(member => member.FullName));
    }
}
