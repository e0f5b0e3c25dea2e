using Kayse.WebHost.Sso.Saml;
using Kayse.WebHost.Tests.Sso.Saml.Hostile;

namespace Kayse.WebHost.Tests.Sso.Saml;

public sealed class HostileResponseTests
{
    private static readonly Dictionary<string, HostileCase> _cases = new[]
    {
        HostileXml.All,
        HostileSignatures.All,
        HostileStatements.All,
        HostileEncryption.All,
    }
        .SelectMany(cases => cases)
        .ToDictionary(entry => entry.Key, entry => entry.Value);

    public static TheoryData<string> Shapes => [.. SignatureWrapping.All.Keys];

    public static TheoryData<string> Cases => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_response_of_a_wrapping_shape_is_refused(string shape)
    {
        var outcome = Verdict.On(SignatureWrapping.All[shape]());

        outcome.IsAccepted.ShouldBeFalse();
        outcome.Assertion.ShouldBeNull();
        outcome.FirstFailure!.Name.ShouldBeOneOf(SamlCheckName.Structure, SamlCheckName.Signature);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_hostile_response_is_refused_by_the_check_that_is_for_it(string name)
    {
        var hostile = _cases[name];

        var outcome = Verdict.On(hostile.Response());

        outcome.IsAccepted.ShouldBeFalse();
        outcome.Checks.Where(check => !check.Passed).Select(check => check.Name).ShouldContain(hostile.RefusedBy);
    }

    [Fact]
    public void There_are_the_eight_wrapping_shapes_and_forty_more_hostile_responses()
    {
        SignatureWrapping.All.Count.ShouldBe(8);
        _cases.Count.ShouldBeGreaterThanOrEqualTo(40);
    }
}
