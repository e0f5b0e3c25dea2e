using Kayse.Grains.Audit;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.Grains.Tests.Crashes;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Scim;

/// <summary>Who reaches a directory, and how people come, change and go.</summary>
public sealed class ScimDirectoryTests(ScimDirectoryScene.SharedSilo silo) : ScimDirectoryScene(silo)
{
    [Fact]
    public async Task Two_tokens_work_until_they_are_revoked_and_a_third_has_to_wait()
    {
        var second = await Directory.CreateTokenAsync(Firm.Founder, NewToken());
        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(Firm.Founder, NewToken()))).ShouldBe("scim_token_limit_reached");
        var holder = await Users.AuthenticateAsync(CallerOf(second));
        holder.TokenId.ShouldBe(second.View.Id);

        await Directory.RevokeTokenAsync(Firm.Founder, second.View.Id);

        (await Refused.CodeAsync(() => Users.AuthenticateAsync(CallerOf(second)))).ShouldBe("scim_token_invalid");
        (await Refused.CodeAsync(() => Users.ListUsersAsync(CallerOf(second), new()))).ShouldBe("scim_token_invalid");
        await Users.AuthenticateAsync(Caller);
        (await ActionsAsync()).ShouldBe([AuditActions.ScimTokenCreated, AuditActions.ScimTokenCreated, AuditActions.ScimTokenRevoked]);
    }

    [Fact]
    public async Task Only_a_super_admin_who_proved_who_they_are_changes_the_connection()
    {
        var admin = await Firm.CreateAsync($"admin@{Domain}", Role.Admin);
        var unproved = Firm.Founder with { IsProved = false };
        var key = Firm.Founder with { Key = Kayse.Grains.ApiKeys.ApiKeyPermissions.Admin };

        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(admin, NewToken()))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(unproved, NewToken()))).ShouldBe("step_up_required");
        (await Refused.CodeAsync(() => Directory.CreateTokenAsync(key, NewToken()))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Directory.SetMappingAsync(admin, "any", null))).ShouldBe("forbidden");
        (await Refused.CodeAsync(() => Directory.ReleaseBrakeAsync(admin))).ShouldBe("forbidden");
        (await Directory.GetOverviewAsync(admin)).Tokens.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_opens_the_directory_of_its_company_alone()
    {
        var other = await Hosting.Firm.FoundAsync(Silo, $"eve@other-{Domain}");
        var theirs = Silo.Grains.GetGrain<IScimUsersGrain>(other.CompanyId);

        (await Refused.CodeAsync(() => theirs.ListUsersAsync(Caller, new()))).ShouldBe("scim_token_invalid");
        (await Refused.CodeAsync(() => Users.GetUserAsync(Caller, other.Founder.UserId))).ShouldBe("not_found");
    }

    [Fact]
    public async Task Somebody_is_added_found_changed_deactivated_and_removed()
    {
        var created = await CreateAsync("ben", "e-1");
        created.Resource.User.Active.ShouldBe(true);
        (await ListAsync($"userName eq \"BEN@{Domain}\"")).ShouldBe([created.Resource.Id]);
        (await ListAsync("externalId eq \"e-1\"")).ShouldBe([created.Resource.Id]);
        (await ListAsync("userName eq \"nobody\"")).ShouldBeEmpty();

        var renamed = await Users.ReplaceUserAsync(
            Caller,
            created.Resource.Id,
            UserOf("ben", "e-1") with
            {
                DisplayName = "Benjamin Hale",
                Title = "Partner",
            },
            created.Resource.Version
        );
        renamed.Changed.ShouldBeTrue();
        var member = await Firm.MemberAsync(created.Resource.Id);
        (member.FullName, member.JobTitle, member.Status).ShouldBe(("Benjamin Hale", "Partner", MemberStatus.Active));
        (await Refused.CodeAsync(() => Users.DeleteUserAsync(Caller, member.UserId, created.Resource.Version))).ShouldBe(
            "version_conflict"
        );

        (await SetActiveAsync(member.UserId, active: false)).Resource.User.Active.ShouldBe(false);
        (await SetActiveAsync(member.UserId, active: false)).Changed.ShouldBeFalse();
        // Without active it stays as it is.
        (await Users.ReplaceUserAsync(Caller, member.UserId, UserOf("ben", "e-1"), null)).Resource.User.Active.ShouldBe(false);
        (await SetActiveAsync(member.UserId, active: true)).Resource.User.Active.ShouldBe(true);

        await Users.DeleteUserAsync(Caller, member.UserId, null);
        (await Refused.CodeAsync(() => Users.DeleteUserAsync(Caller, member.UserId, null))).ShouldBe("not_found");
        (await ListAsync("externalId eq \"e-1\"")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_comes_back_is_the_same_by_external_id_and_then_by_name()
    {
        var (ben, cleo) = ((await CreateAsync("ben", "e-1")).Resource.Id, (await CreateAsync("cleo", null)).Resource.Id);
        await Users.DeleteUserAsync(Caller, ben, null);
        await Users.DeleteUserAsync(Caller, cleo, null);

        (await CreateAsync("benjamin", "e-1")).Resource.Id.ShouldBe(ben);
        (await CreateAsync("cleo", null)).Resource.Id.ShouldBe(cleo);
        // A retry of what was done already.
        (await CreateAsync("benjamin", "e-1")).Resource.Id.ShouldBe(ben);
        (await Refused.CodeAsync(() => CreateAsync("cleo", null))).ShouldBe("scim_uniqueness");
        (await Refused.CodeAsync(() => CreateAsync("benjamin", "e-2"))).ShouldBe("scim_uniqueness");
        (await CreateAsync("cleo", "e-3")).Resource.Id.ShouldBe(cleo);
    }

    [Fact]
    public async Task Requests_that_come_together_are_answered_each_by_itself()
    {
        var known = (await CreateAsync("known", "e-1")).Resource.Id;
        var wrong = new ScimCaller(default, IpAddress: null);

        var created = await Users.CreateUsersAsync([
            new(Caller, UserOf("ben", "e-2")),
            new(Caller, UserOf("cleo", null)),
            new(Caller, UserOf("BEN", null)),
            new(Caller, UserOf("known", "e-1")),
            new(Caller, UserOf("off", null) with { Active = false }),
            new(wrong, UserOf("dan", null)),
            new(Caller, UserOf("eve", null) with { UserName = "eve@nobodys.example" }),
        ]);

        created
            .Select(one => one.Refusal?.Code)
            .ShouldBe([null, null, "scim_uniqueness", null, null, "scim_token_invalid", "email_domain_not_verified"]);
        created[3].Result!.Resource.Id.ShouldBe(known);
        created[4].Result!.Resource.User.Active.ShouldBe(false);
        var ben = await Firm.MemberAsync(created[0].Result!.Resource.Id);
        (ben.Email, ben.Access.CaseAccess).ShouldBe(($"ben@{Domain}", AccessMode.Assigned));
        (await ListAsync("externalId eq \"e-2\"")).ShouldBe([ben.UserId]);
        (await Firm.AuditAsync()).Count(record => record.Action == AuditActions.MemberCreated).ShouldBe(4);
    }

    [Fact]
    public async Task Together_no_more_are_added_than_there_are_seats()
    {
        await Firm.Company.UpdateAsync(Firm.Founder, new(null, null, null, null, null, null, null) { SeatLimit = new(3) });

        var created = await Users.CreateUsersAsync([
            .. Enumerable.Range(0, 4).Select(number => new ScimCreation(Caller, UserOf($"p{number}", null))),
        ]);

        created.Select(one => one.Refusal?.Code).ShouldBe([null, null, "seat_limit_reached", "seat_limit_reached"]);
    }

    [Fact]
    public async Task Members_of_before_are_in_the_directory_and_can_be_linked()
    {
        var admin = await Firm.CreateAsync($"admin@{Domain}", Role.Admin);
        (await ListAsync(null)).ShouldBe(new[] { Firm.Founder.UserId, admin.UserId }.Order(StringComparer.Ordinal));

        var linked = await CreateAsync("admin", "e-7");

        linked.Resource.Id.ShouldBe(admin.UserId);
        (await Firm.MemberAsync(admin.UserId)).Role.ShouldBe(Role.Admin);
        (await Directory.GetOverviewAsync(Firm.Founder)).Users.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_directory_knows_of_somebody_goes_with_their_account()
    {
        var ben = (await CreateAsync("ben", "e-1")).Resource.Id;
        await Directory.EraseAsync(ben);
        (await Directory.ExportAsync(ben))!.User.ExternalId.ShouldBe("e-1");

        await Firm.Members.RemoveMemberAsync(Firm.Founder, ben);
        await Directory.EraseAsync(ben);

        (await Directory.ExportAsync(ben)).ShouldBeNull();
    }
}
