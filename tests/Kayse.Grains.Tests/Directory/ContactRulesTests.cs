using Kayse.Grains.Directory;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Tests.Directory;

public sealed class ContactRulesTests
{
    [Fact]
    public void An_address_is_normalised() => ContactRules.Email(" Ada@Firm.Example ").ShouldBe("ada@firm.example");

    [Theory, InlineData(null), InlineData(""), InlineData("ada"), InlineData("ada@")]
    public void What_is_no_address_is_refused(string? input) =>
        Should.Throw<RefusedException>(() => ContactRules.Email(input)).Code.ShouldBe("email_invalid");

    [Theory, InlineData(null, null), InlineData(" ", null), InlineData(" +4915112000001 ", "+4915112000001")]
    public void A_number_may_be_left_out(string? input, string? expected) =>
        ContactRules.Phone(new PlainPhoneNumbers(), input, " de ").ShouldBe(expected);

    [Fact]
    public void What_is_no_number_is_refused() =>
        Should.Throw<RefusedException>(() => ContactRules.Phone(new PlainPhoneNumbers(), "12", null)).Code.ShouldBe("phone_invalid");
}
