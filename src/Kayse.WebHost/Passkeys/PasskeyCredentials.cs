using System.Buffers.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Passkeys;

/// <summary>
/// A passkey that was used, as the <c>toJSON()</c> of the browser's <c>PublicKeyCredential</c> has it. Binary values
/// are base64url.
/// </summary>
internal sealed class PasskeyCredential
{
    /// <summary>The id of the passkey.</summary>
    public required string Id { get; init; }

    /// <summary>What the authenticator signed.</summary>
    public required PasskeyAssertionPart Response { get; init; }

    public PasskeyAssertion Read(string field)
    {
        var part = new PasskeyPart(field);
        return new PasskeyAssertion(
            part.Required(Id, PasskeyPart.MaxId),
            part.Required(Response?.ClientDataJSON, PasskeyPart.MaxData),
            part.Required(Response?.AuthenticatorData, PasskeyPart.MaxData),
            part.Required(Response?.Signature, PasskeyPart.MaxData),
            string.IsNullOrEmpty(Response?.UserHandle) ? null : part.Required(Response.UserHandle, PasskeyPart.MaxData)
        );
    }
}

/// <summary>What an authenticator signs.</summary>
internal sealed class PasskeyAssertionPart
{
    /// <summary>The browser's JSON.</summary>
    public required string ClientDataJSON { get; init; }

    /// <summary>The authenticator's flags and counter.</summary>
    public required string AuthenticatorData { get; init; }

    /// <summary>The signature.</summary>
    public required string Signature { get; init; }

    /// <summary>The person's handle, if the authenticator keeps it.</summary>
    public string? UserHandle { get; init; }
}

/// <summary>
/// A passkey that was created, as the <c>toJSON()</c> of the browser's <c>PublicKeyCredential</c> has it. Binary values
/// are base64url.
/// </summary>
internal sealed class NewPasskeyCredential
{
    private const int MaxTransports = 10;
    private const int MaxTransport = 32;

    /// <summary>The id of the passkey.</summary>
    public required string Id { get; init; }

    /// <summary>What the authenticator made.</summary>
    public required PasskeyAttestationPart Response { get; init; }

    public PasskeyAttestation Read(string field)
    {
        var part = new PasskeyPart(field);
        return new PasskeyAttestation(
            part.Required(Id, PasskeyPart.MaxId),
            part.Required(Response?.ClientDataJSON, PasskeyPart.MaxData),
            part.Required(Response?.AttestationObject, PasskeyPart.MaxAttestation)
        )
        {
            Transports =
            [
                .. (Response?.Transports ?? [])
                    .Where(transport => transport is { Length: > 0 and <= MaxTransport } && transport.All(char.IsAsciiLetterLower))
                    .Distinct(StringComparer.Ordinal)
                    .Take(MaxTransports),
            ],
        };
    }
}

/// <summary>What an authenticator makes.</summary>
internal sealed class PasskeyAttestationPart
{
    /// <summary>The browser's JSON.</summary>
    public required string ClientDataJSON { get; init; }

    /// <summary>The public key and the authenticator's flags.</summary>
    public required string AttestationObject { get; init; }

    /// <summary>How the authenticator can be reached, such as <c>internal</c> or <c>usb</c>.</summary>
    public IReadOnlyList<string>? Transports { get; init; }
}

/// <summary>Reads the binary values of a credential; a fault is one of the field that has it.</summary>
internal sealed class PasskeyPart(string field)
{
    /// <summary>The longest credential id that WebAuthn allows, in bytes.</summary>
    public const int MaxId = 1023;

    public const int MaxData = 4 * 1024;

    public const int MaxAttestation = 16 * 1024;

    public byte[] Required(string? text, int maxLength)
    {
        var trimmed = text?.TrimEnd('=') ?? "";
        if (
            trimmed.Length == 0
            || trimmed.Length > (maxLength * 4 / 3) + 4
            || !Base64Url.IsValid(trimmed, out var length)
            || length > maxLength
        )
            throw new RefusedException(HttpErrors.Field(field, "Send what the browser's PublicKeyCredential.toJSON() returns."));
        return Base64Url.DecodeFromChars(trimmed);
    }
}
