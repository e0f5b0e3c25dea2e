using Kayse.Grains.Companies;
using Kayse.Grains.Directory;
using Kayse.Grains.Members;
using Kayse.Grains.Tests.Hosting;
using Kayse.Grains.Tokens;

namespace Kayse.Grains.Tests.Companies;

public sealed class SignUpTests
{
    [Fact]
    public async Task The_first_person_is_the_super_admin_of_the_company()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, phone: "+1 202 555 0123");

        var member = (await firm.Members.ListMembersAsync(firm.Founder, Firm.AllOfIt)).Items.ShouldHaveSingleItem();
        member.Role.ShouldBe(Role.SuperAdmin);
        member.PhoneNumber.ShouldBe("+12025550123");
        (await firm.Company.GetAsync(firm.Founder)).Name.ShouldBe("Firm & Partners");
        (await firm.OwnerOfAsync("ada@firm.example")).ShouldBe(firm.Founder.UserId);
    }

    [Fact]
    public async Task The_company_is_there_after_a_restart()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        await silo.RestartAsync();
        (await firm.Company.GetAsync(firm.Founder)).Name.ShouldBe("Firm & Partners");
    }

    [Fact]
    public async Task The_same_sign_up_again_gives_the_same_company()
    {
        await using var silo = await TestSilo.StartAsync();
        var company = silo.Grains.GetGrain<ICompanyGrain>(EntityId.New(silo.Clock));
        var first = await company.CreateAsync(Firm.SignUpOf("a@firm.example", EntityId.New(silo.Clock)));
        var again = await company.CreateAsync(Firm.SignUpOf("a@firm.example", EntityId.New(silo.Clock)));
        again.ShouldBe(first);
    }

    [Fact]
    public async Task An_address_that_belongs_to_somebody_founds_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, "ada@firm.example");
        var company = silo.Grains.GetGrain<ICompanyGrain>(EntityId.New(silo.Clock));

        (await Refused.CodeAsync(() => company.CreateAsync(Firm.SignUpOf("Ada@Firm.example", EntityId.New(silo.Clock))))).ShouldBe(
            "invalid_credentials"
        );

        (await Refused.CodeAsync(() => company.GetAsync(firm.Founder))).ShouldBe("not_found");
    }

    [Fact]
    public async Task A_phone_number_of_another_company_is_nobodys_business()
    {
        await using var silo = await TestSilo.StartAsync();
        await Firm.FoundAsync(silo, "ada@firm.example", "+12025550123");

        var other = await Firm.FoundAsync(silo, "eve@firm.example", "+12025550123");

        (await other.MemberAsync(other.Founder.UserId)).PhoneNumber.ShouldBe("+12025550123");
    }

    [Fact]
    public async Task Somebody_with_an_account_can_found_another_company()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo, "ada@firm.example");
        var second = silo.Grains.GetGrain<ICompanyGrain>(EntityId.New(silo.Clock));
        var signUp = Firm.SignUpOf("ada@firm.example", EntityId.New(silo.Clock)) with
        {
            PasswordHash = null,
            ExistingUserId = firm.Founder.UserId,
        };

        (await second.CreateAsync(signUp)).User.Id.ShouldBe(firm.Founder.UserId);

        var signedIn = await firm.SignInAsync(firm.Founder.UserId);
        signedIn.Companies.Count.ShouldBe(2);
    }

    [Fact]
    public async Task On_a_first_run_only_installation_the_second_company_is_refused()
    {
        await using var silo = await TestSilo.StartAsync();
        var attempts = Enumerable
            .Range(0, 10)
            .Select(async number =>
            {
                var company = silo.Grains.GetGrain<ICompanyGrain>(EntityId.New(silo.Clock));
                try
                {
                    await company.CreateAsync(Firm.SignUpOf($"a{number}@firm.example", EntityId.New(silo.Clock), firstRunOnly: true));
                    return "created";
                }
                catch (Kayse.Grains.Errors.RefusedException refused)
                {
                    return refused.Code;
                }
            });

        var outcomes = await Task.WhenAll(attempts);

        outcomes.Count(outcome => outcome == "created").ShouldBe(1);
        outcomes.Count(outcome => outcome == "forbidden").ShouldBe(9);
    }

    [Theory]
    [InlineData("", "Ada", "a@firm.example", "companyName")]
    [InlineData("Firm", " ", "a@firm.example", "fullName")]
    [InlineData("Firm", "Ada\u0007", "a@firm.example", "fullName")]
    [InlineData("Firm", "Ada\nEve", "a@firm.example", "fullName")]
    [InlineData("Firm", "Ada", "", "email")]
    public async Task A_field_at_fault_is_named(string companyName, string fullName, string email, string field)
    {
        await using var silo = await TestSilo.StartAsync();
        var company = silo.Grains.GetGrain<ICompanyGrain>(EntityId.New(silo.Clock));
        var signUp = Firm.SignUpOf(email, EntityId.New(silo.Clock)) with { CompanyName = companyName, FullName = fullName };

        var refused = await Should.ThrowAsync<Kayse.Grains.Errors.RefusedException>(() => company.CreateAsync(signUp));

        refused.Code.ShouldBe("validation_failed");
        refused.Refusal.Fields!.Keys.ShouldBe([field]);
    }

    [Theory]
    [InlineData("no-at-sign", null, "email_invalid")]
    [InlineData("a@firm.example", "+1 555", "phone_invalid")]
    public async Task A_bad_address_or_number_has_its_own_code(string email, string? phone, string code)
    {
        await using var silo = await TestSilo.StartAsync();
        var company = silo.Grains.GetGrain<ICompanyGrain>(EntityId.New(silo.Clock));
        (await Refused.CodeAsync(() => company.CreateAsync(Firm.SignUpOf(email, EntityId.New(silo.Clock), phone)))).ShouldBe(code);
    }
}
