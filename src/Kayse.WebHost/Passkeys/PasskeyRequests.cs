namespace Kayse.WebHost.Passkeys;

/// <summary>Adds a passkey.</summary>
internal sealed class AddPasskeyRequest
{
    /// <summary>What you call it, for example the name of the device or password manager.</summary>
    public required string Name { get; init; }

    /// <summary>The result of <c>navigator.credentials.create()</c>.</summary>
    public required NewPasskeyCredential Response { get; init; }
}

/// <summary>Renames a passkey.</summary>
internal sealed class RenamePasskeyRequest
{
    /// <summary>Its new name.</summary>
    public required string Name { get; init; }
}
