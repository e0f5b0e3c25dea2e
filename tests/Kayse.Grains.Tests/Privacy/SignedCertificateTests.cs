using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kayse.Grains.Privacy;
using Kayse.Testing;

namespace Kayse.Grains.Tests.Privacy;

/// <summary>What a deletion certificate says can be checked with public keys alone, and can't be changed.</summary>
public sealed partial class SignedCertificateTests : IDisposable
{
    private static readonly DeletionCertificate _certificate = new(
        "https://accounts.example.com",
        "06axv7m2k4p9r3t8w1y5z0ef",
        new DateTimeOffset(2026, 1, 5, 11, 5, 59, TimeSpan.Zero),
        "person",
        DeletedData.Erased,
        DeletedData.Kept
    );

    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _pair.Dispose();

    [Fact]
    public void One_that_was_signed_is_read_again()
    {
        var read = SignedCertificate.Verify(Signed, [KeyOf(_pair)]).ShouldNotBeNull();

        read.Reference.ShouldBe(_certificate.Reference);
        read.DeletedAt.ShouldBe(_certificate.DeletedAt);
        read.Erased.ShouldBe(DeletedData.Erased);
        read.Kept.ShouldBe(DeletedData.Kept);
    }

    [Fact]
    public void A_key_is_known_by_its_thumbprint()
    {
        // The point of RFC 7517, A.1, whose thumbprint other libraries compute alike.
        using var known = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint
                {
                    X = Base64Url.DecodeFromChars("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"),
                    Y = Base64Url.DecodeFromChars("4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"),
                },
            }
        );

        KeyOf(known).Id.ShouldBe("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
    }

    [Fact]
    public void With_the_key_of_another_installation_it_is_not_valid()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        SignedCertificate.Verify(Signed, [KeyOf(other)]).ShouldBeNull();
        SignedCertificate.Verify(Signed, [KeyOf(other) with { Id = KeyOf(_pair).Id }]).ShouldBeNull();
        SignedCertificate.Verify(Signed, []).ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_changed_in_it_makes_it_invalid()
    {
        var parts = Signed.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        string[] changed =
        [
            With(parts[0], Encoded(payload.Replace("person", "admin", StringComparison.Ordinal)), parts[2]),
            With(parts[0], parts[1], parts[2][..^4] + (parts[2].EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA")),
            With(parts[0], parts[1], ""),
            With(HeaderOf("none"), parts[1], ""),
            With(HeaderOf("HS256"), parts[1], parts[2]),
            $"{parts[0]}.{parts[1]}",
            $"{Signed}.{parts[2]}",
            "",
            "%.%.%",
        ];

        foreach (var certificate in changed)
            SignedCertificate.Verify(certificate, [KeyOf(_pair)]).ShouldBeNull(certificate);
    }

    [Fact]
    public void A_header_that_asks_for_more_is_refused()
    {
        var header = Encoded($$"""{"alg":"ES256","typ":"deletion-certificate+jwt","kid":"{{KeyOf(_pair).Id}}","crit":["exp"]}""");
        var signed = $"{header}.{Signed.Split('.')[1]}";
        var signature = Base64Url.EncodeToString(_pair.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));

        SignedCertificate.Verify($"{signed}.{signature}", [KeyOf(_pair)]).ShouldBeNull();
    }

    [Fact]
    public void The_documentation_lists_what_certificates_list()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "privacy.md"));

        LinesUnder(text, "**Erased**").ShouldBe(DeletedData.Erased);
        LinesUnder(text, "**Kept**").ShouldBe(DeletedData.Kept);
    }

    private string Signed => SignedCertificate.Sign(_certificate, KeyOf(_pair).Id, _pair);

    private string HeaderOf(string algorithm) =>
        Encoded($$"""{"alg":"{{algorithm}}","typ":"deletion-certificate+jwt","kid":"{{KeyOf(_pair).Id}}"}""");

    private static CertificateKey KeyOf(ECDsa pair) => StoredCertificateKey.Of(pair, [], default).Public;

    private static string With(string header, string payload, string signature) => $"{header}.{payload}.{signature}";

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    // The bullets after a title, each on one line or more.
    private static IReadOnlyList<string> LinesUnder(string text, string title)
    {
        var section = text[(text.IndexOf(title, StringComparison.Ordinal) + title.Length)..];
        var list = Bullets().Match(section).Value;
        return [.. list.Split("\n- ", StringSplitOptions.RemoveEmptyEntries).Select(line => Spaces().Replace(line.Trim(), " "))];
    }

    [GeneratedRegex("(?:\n- .*(?:\n  .*)*)+")]
    private static partial Regex Bullets();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
