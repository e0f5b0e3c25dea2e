using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.Grains.Invitations;
using Kayse.Grains.Tests.Directory;

namespace Kayse.Grains.Tests.Companies;

public sealed class CompanyDetailsRulesTests
{
    private static readonly UpdateCompany _nothing = new(null, null, null, null, null, null, null);

    [Fact]
    public void What_is_left_out_stays_and_null_takes_away()
    {
        var company = new CompanyState
        {
            Name = "Firm",
            Email = "office@firm.example",
            Website = "https://firm.example/",
        };

        Apply(company, _nothing).ShouldBe(company);
        Apply(company, _nothing with { Email = new Change<string>(null) }).Email.ShouldBeNull();
    }

    [Fact]
    public void Details_are_kept_in_their_normal_form()
    {
        var address = new PostalAddress([" 1 Main Street ", " "], " Springfield ", null, null, "us");
        var next = Apply(
            new CompanyState(),
            _nothing with
            {
                Email = new("Office@Firm.Example"),
                Website = new("HTTPS://Firm.Example"),
                PostalAddress = new(address),
            }
        );

        (next.Email, next.Website).ShouldBe(("office@firm.example", "https://firm.example/"));
        next.PostalAddress!.Lines.ShouldBe(["1 Main Street"]);
        next.PostalAddress.Country.ShouldBe("US");
    }

    [Theory, InlineData("ftp://firm.example"), InlineData("https://me@firm.example"), InlineData("firm")]
    public void What_is_no_website_is_refused(string website) =>
        Should
            .Throw<RefusedException>(() => Apply(new CompanyState(), _nothing with { Website = new(website) }))
            .Refusal.Fields!.Keys.ShouldBe(["website"]);

    [Fact]
    public void Of_an_address_in_which_nothing_is_filled_in_nothing_is_kept() =>
        Apply(new CompanyState(), _nothing with { PostalAddress = new(new PostalAddress([" "], "", null, null, null)) })
            .PostalAddress.ShouldBeNull();

    private static CompanyState Apply(CompanyState company, UpdateCompany change) =>
        CompanyDetailsRules.Apply(company, change, new PlainPhoneNumbers(), new SeatOptions());
}
