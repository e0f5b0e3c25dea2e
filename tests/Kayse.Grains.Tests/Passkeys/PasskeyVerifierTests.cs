using System.Buffers.Text;
using System.Security.Cryptography;
using Kayse.Grains.Mail;
using Kayse.Grains.Passkeys;
using Kayse.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using NSec.Cryptography;

namespace Kayse.Grains.Tests.Passkeys;

/// <summary>What a passkey signs proves one thing, or nothing.</summary>
public sealed class PasskeyVerifierTests : IDisposable
{
    private static readonly byte[] _challenge = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] _userHandle = RandomNumberGenerator.GetBytes(64);
    private readonly PasskeyVerifier _verifier = new(new PasskeyRelyingParty(new PublicLinks("http://localhost:5080")));
    private readonly SoftwarePasskey _passkey = new() { UserHandle = _userHandle, Counter = 7 };

    public void Dispose() => _passkey.Dispose();

    [Fact]
    public async Task A_passkey_is_created_and_used()
    {
        var created = (await CreateAsync()).ShouldNotBeNull();
        created.CredentialId.ShouldBe(_passkey.Id);
        (created.SignCount, created.VerifiesUser, created.IsSynced).ShouldBe((7u, true, false));

        (await UseAsync(created)).ShouldBe(new PasskeyProof(8, UserVerified: true, IsSynced: false));
        (_passkey.VerifiesUser, _passkey.UserHandle) = (false, null);
        (await UseAsync(created)).ShouldBe(new PasskeyProof(9, UserVerified: false, IsSynced: false));
    }

    [Fact]
    public async Task One_that_is_synced_says_so()
    {
        _passkey.IsSynced = true;
        var created = (await CreateAsync()).ShouldNotBeNull();

        (created.MayBeSynced, created.IsSynced).ShouldBe((true, true));
        (await UseAsync(created)).ShouldNotBeNull().IsSynced.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://localhost:5080", "localhost", null)]
    [InlineData("http://localhost:5081", "localhost", null)]
    [InlineData("http://evil.localhost:5080", "localhost", null)]
    [InlineData("nonsense", "localhost", null)]
    [InlineData("http://localhost:5080", "evil.example", null)]
    [InlineData("http://localhost:5080", "localhost", "payment.get")]
    public async Task Of_another_origin_site_or_ceremony_it_proves_nothing(string origin, string host, string? ceremony)
    {
        var created = (await CreateAsync()).ShouldNotBeNull();
        (_passkey.Origin, _passkey.Host, _passkey.Ceremony) = (origin, host, ceremony);

        (await CreateAsync()).ShouldBeNull();
        (await UseAsync(created)).ShouldBeNull();
    }

    [Fact]
    public async Task One_ceremony_is_not_the_other()
    {
        var created = (await CreateAsync()).ShouldNotBeNull();
        _passkey.Ceremony = "webauthn.create";
        (await UseAsync(created)).ShouldBeNull();
        _passkey.Ceremony = "webauthn.get";
        (await CreateAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Another_challenge_key_or_person_proves_nothing()
    {
        var created = (await CreateAsync()).ShouldNotBeNull();
        (await UseAsync(created, RandomNumberGenerator.GetBytes(32))).ShouldBeNull();

        using var other = new SoftwarePasskey { Id = _passkey.Id, UserHandle = _userHandle };
        (await UseAsync(created, by: other)).ShouldBeNull();

        _passkey.UserHandle = RandomNumberGenerator.GetBytes(64);
        (await UseAsync(created)).ShouldBeNull();
    }

    [Fact]
    public async Task A_changed_byte_proves_nothing()
    {
        var created = (await CreateAsync()).ShouldNotBeNull();
        var (clientData, data, signature) = _passkey.Sign(Base64Url.EncodeToString(_challenge));
        foreach (var part in new[] { clientData, data, signature })
        {
            for (var i = 0; i < part.Length; i++)
            {
                part[i] ^= 0x20;
                var assertion = new PasskeyAssertion(_passkey.Id, clientData, data, signature, UserHandle: null);
                (await _verifier.UsedAsync(assertion, created, _challenge, _userHandle)).ShouldBeNull();
                part[i] ^= 0x20;
            }
        }
    }

    [Fact]
    public async Task Nonsense_is_refused_and_no_fault()
    {
        var created = (await CreateAsync()).ShouldNotBeNull();
        var (clientData, attestation) = _passkey.Create(Base64Url.EncodeToString(_challenge));
        for (var length = 0; length < attestation.Length; length += 3)
            (
                await _verifier.CreatedAsync(
                    new PasskeyAttestation(_passkey.Id, clientData, attestation[..length]),
                    _challenge,
                    _userHandle
                )
            ).ShouldBeNull();
        foreach (var nonsense in new byte[][] { [], [0xA0], "null"u8.ToArray(), "{}"u8.ToArray(), "[1]"u8.ToArray() })
        {
            (await _verifier.CreatedAsync(new PasskeyAttestation(nonsense, nonsense, nonsense), _challenge, _userHandle)).ShouldBeNull();
            var assertion = new PasskeyAssertion(_passkey.Id, nonsense, nonsense, nonsense, nonsense);
            (await _verifier.UsedAsync(assertion, created, _challenge, _userHandle)).ShouldBeNull();
            PasskeyVerifier.ChallengeIn(nonsense).ShouldBeNull();
        }

        (await _verifier.CreatedAsync(new PasskeyAttestation([1, 2], clientData, attestation), _challenge, _userHandle)).ShouldBeNull(
            "the id must be the authenticator's"
        );
    }

    [Fact]
    public async Task A_key_of_ed25519_is_verified_too()
    {
        using var key = new Key(SignatureAlgorithm.Ed25519);
        // COSE: { 1: 1, 3: -8, -1: 6, -2: x }
        byte[] cose = [0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20, .. key.PublicKey.Export(KeyBlobFormat.RawPublicKey)];
        var passkey = new Passkey("", _passkey.Id, cose, "", default);
        var (clientData, data, _) = _passkey.Sign(Base64Url.EncodeToString(_challenge));
        byte[] signed = [.. data, .. SHA256.HashData(clientData)];
        var assertion = new PasskeyAssertion(
            _passkey.Id,
            clientData,
            data,
            SignatureAlgorithm.Ed25519.Sign(key, signed),
            UserHandle: null
        );

        (await _verifier.UsedAsync(assertion, passkey, _challenge, _userHandle)).ShouldNotBeNull();
        data[^1] ^= 1;
        (await _verifier.UsedAsync(assertion, passkey, _challenge, _userHandle)).ShouldBeNull();
    }

    [Fact]
    public void A_challenge_is_good_for_one_purpose_and_5_minutes()
    {
        var clock = new TestClock();
        var challenges = new PasskeyChallenges(new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), clock);
        var challenge = challenges.ForStepUp("ada", "session");

        challenges.Read(challenge, PasskeyChallenges.StepUpOf("ada", "session")).ShouldNotBeNull();
        challenges.Read(challenge, PasskeyChallenges.StepUpOf("ada", "other")).ShouldBeNull();
        challenges.Read(challenge, PasskeyChallenges.StepUpOf("ben", "session")).ShouldBeNull();
        challenges.Read(challenge, PasskeyChallenges.RegistrationOf("ada", "session")).ShouldBeNull();
        challenges.Read(challenge, PasskeyChallenges.SignIn).ShouldBeNull();
        challenges.Read([1, 2, 3], PasskeyChallenges.SignIn).ShouldBeNull();
        challenges.ForSignIn().ShouldNotBe(challenges.ForSignIn());
        clock.Advance(TimeSpan.FromMinutes(5));
        challenges.Read(challenge, PasskeyChallenges.StepUpOf("ada", "session")).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://accounts.example.com", true, "accounts.example.com", "https://accounts.example.com")]
    [InlineData("https://accounts.example.com:8443/kayse", true, "accounts.example.com", "https://accounts.example.com:8443")]
    [InlineData("http://localhost:5080", true, "localhost", "http://localhost:5080")]
    [InlineData("http://accounts.example.com", false, "accounts.example.com", "http://accounts.example.com")]
    [InlineData("https://192.0.2.1", false, "192.0.2.1", "https://192.0.2.1")]
    [InlineData("https://[::1]", false, "::1", "https://[::1]")]
    public void The_site_is_where_people_reach_the_console(string publicUrl, bool available, string id, string origin)
    {
        var party = new PasskeyRelyingParty(new PublicLinks(publicUrl));
        (party.IsAvailable, party.Id, party.Origin).ShouldBe((available, id, origin));
    }

    private Task<Passkey?> CreateAsync()
    {
        var (clientData, attestation) = _passkey.Create(Base64Url.EncodeToString(_challenge));
        return _verifier.CreatedAsync(new PasskeyAttestation(_passkey.Id, clientData, attestation), _challenge, _userHandle);
    }

    private Task<PasskeyProof?> UseAsync(Passkey passkey, byte[]? challenge = null, SoftwarePasskey? by = null)
    {
        var signer = by ?? _passkey;
        var (clientData, data, signature) = signer.Sign(Base64Url.EncodeToString(challenge ?? _challenge));
        var assertion = new PasskeyAssertion(signer.Id, clientData, data, signature, signer.UserHandle);
        return _verifier.UsedAsync(assertion, passkey, _challenge, _userHandle);
    }
}
