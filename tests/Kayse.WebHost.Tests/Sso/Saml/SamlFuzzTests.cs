using System.Globalization;
using Kayse.WebHost.Sso.Saml;

namespace Kayse.WebHost.Tests.Sso.Saml;

/// <summary>
/// Responses that were signed, changed at random: none may crash the parser, and none may be accepted that says something
/// else than what was signed. <c>KAYSE_FUZZ_SAML=100000</c> sets how many, <c>KAYSE_FUZZ_SEED</c> where they begin.
/// </summary>
public sealed class SamlFuzzTests
{
    private static readonly int _inputs = Setting("KAYSE_FUZZ_SAML", 3_000);
    private static readonly int _seed = Setting("KAYSE_FUZZ_SEED", 20260302);

    [Fact]
    public void Nothing_is_accepted_that_was_not_signed()
    {
        var originals = SamlMutations.Originals();
        var accepted = 0;

        Parallel.For(
            0,
            _inputs,
            n =>
            {
                var mutations = new SamlMutations(new Random(_seed + n));
                var xml = mutations.Mutate(originals);
                var outcome = Judge(xml, n);
                if (!outcome.IsAccepted)
                    return;
                Interlocked.Increment(ref accepted);
                Said(outcome.Assertion!).ShouldBe(Said(originals), $"input {n} of seed {_seed}");
            }
        );

        accepted.ShouldBeGreaterThan(
            0,
            "Some changes are outside of what is signed, or else the mutations are too coarse to find anything."
        );
    }

    private static SamlOutcome Judge(byte[] xml, int n)
    {
        try
        {
            return Verdict.On(xml);
        }
        catch (Exception crashed)
        {
            throw new InvalidOperationException($"input {n} of seed {_seed}: {Convert.ToBase64String(xml)}", crashed);
        }
    }

    private static string Said(IReadOnlyList<byte[]> originals) => Said(Verdict.On(originals[0]).Assertion!);

    private static string Said(SamlAssertion assertion) =>
        string.Join(
            '|',
            assertion.Id,
            assertion.NameId,
            assertion.NameIdFormat,
            assertion.Issuer,
            assertion.AuthenticatedAt,
            string.Join(',', assertion.Confirmations),
            string.Join(',', assertion.Attributes.Select(attribute => $"{attribute.Name}={string.Join(';', attribute.Values)}"))
        );

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
