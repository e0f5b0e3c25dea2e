using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kayse.Testing;

/// <summary>
/// A passkey with its authenticator and browser, in software (WebAuthn 3, 6.1 and 6.5), so that each part of what they
/// say can be made wrong. What isn't set is right.
/// </summary>
public sealed class SoftwarePasskey : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte BackupEligible = 0x08;
    private const byte BackedUp = 0x10;
    private const byte HasKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Id { get; init; } = RandomNumberGenerator.GetBytes(32);

    public byte[]? UserHandle { get; set; }

    public string Host { get; set; } = "localhost";

    public string Origin { get; set; } = "http://localhost:5080";

    public bool VerifiesUser { get; set; } = true;

    public bool IsSynced { get; set; }

    /// <summary>Counts up with each use; 0 stays 0, as of authenticators that don't count.</summary>
    public uint Counter { get; set; }

    /// <summary>The name of the ceremony; null for the right one.</summary>
    public string? Ceremony { get; set; }

    /// <summary>Answers options to create a passkey, as JSON.</summary>
    public object Create(JsonElement options)
    {
        UserHandle = Base64Url.DecodeFromChars(options.GetProperty("user").GetProperty("id").GetString());
        var (clientData, attestation) = Create(options.GetProperty("challenge").GetString()!);
        return new
        {
            id = Text(Id),
            rawId = Text(Id),
            type = "public-key",
            response = new
            {
                clientDataJSON = Text(clientData),
                attestationObject = Text(attestation),
                transports = new[] { "internal" },
            },
            clientExtensionResults = new { },
        };
    }

    public (byte[] ClientData, byte[] AttestationObject) Create(string challenge)
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        // CBOR: { 1: 2, 3: -7, -1: 1, -2: x, -3: y }
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)Id.Length);
        byte[] data = [.. AuthenticatorData(HasKey), .. new byte[16], .. length, .. Id, .. cose];
        // CBOR: { "fmt": "none", "attStmt": {}, "authData": data }
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)data.Length);
        byte[] attestation =
        [
            0xA3,
            0x63,
            .. "fmt"u8,
            0x64,
            .. "none"u8,
            0x67,
            .. "attStmt"u8,
            0xA0,
            0x68,
            .. "authData"u8,
            0x59,
            .. size,
            .. data,
        ];
        return (ClientData("webauthn.create", challenge), attestation);
    }

    /// <summary>Answers options to use a passkey, as JSON.</summary>
    public object Use(JsonElement options) => Use(options.GetProperty("challenge").GetString()!);

    public object Use(string challenge)
    {
        var (clientData, data, signature) = Sign(challenge);
        return new
        {
            id = Text(Id),
            rawId = Text(Id),
            type = "public-key",
            response = new
            {
                clientDataJSON = Text(clientData),
                authenticatorData = Text(data),
                signature = Text(signature),
                userHandle = UserHandle is null ? null : Text(UserHandle),
            },
            clientExtensionResults = new { },
        };
    }

    public (byte[] ClientData, byte[] AuthenticatorData, byte[] Signature) Sign(string challenge)
    {
        if (Counter > 0)
            Counter++;
        var (clientData, data) = (ClientData("webauthn.get", challenge), AuthenticatorData(flags: 0));
        byte[] signed = [.. data, .. SHA256.HashData(clientData)];
        return (clientData, data, _key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    public void Dispose() => _key.Dispose();

    private byte[] AuthenticatorData(byte flags)
    {
        flags |= Present;
        if (VerifiesUser)
            flags |= Verified;
        if (IsSynced)
            flags |= BackupEligible | BackedUp;
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Host)), flags, .. counter];
    }

    private byte[] ClientData(string ceremony, string challenge) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = Ceremony ?? ceremony,
                challenge,
                origin = Origin,
                crossOrigin = false,
            }
        );

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
