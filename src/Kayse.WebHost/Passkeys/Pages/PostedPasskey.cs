using System.Text.Json;
using Kayse.Grains.Errors;
using Kayse.Grains.Passkeys;

namespace Kayse.WebHost.Passkeys.Pages;

/// <summary>What the script for passkeys puts into a form.</summary>
internal static class PostedPasskey
{
    private const int MaxLength = 64 * 1024;

    /// <summary>A passkey that was used; refuses <c>passkey_invalid</c> for what is none.</summary>
    public static PasskeyAssertion Used(string json) =>
        (Read<PasskeyCredential>(json) ?? throw new RefusedException(PasskeyErrors.Invalid)).Read("passkey");

    /// <summary>A passkey that was created; refuses <c>passkey_not_created</c> for what is none.</summary>
    public static PasskeyAttestation Created(string json) =>
        (Read<NewPasskeyCredential>(json) ?? throw new RefusedException(PasskeyErrors.NotCreated)).Read("passkey");

    private static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return json.Length is 0 or > MaxLength ? null : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
