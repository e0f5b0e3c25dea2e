namespace Kayse.Grains.Scim;

/// <summary>Changes to a resource (RFC 7644, 3.5.2): all of them are made, in this order, or none.</summary>
/// <param name="Operations">1 to 1,000.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-patch")]
public sealed record ScimPatch([property: Id(0)] IReadOnlyList<ScimOperation> Operations)
{
    /// <summary>How many operations a patch may have.</summary>
    public const int MaxOperations = 1_000;
}

/// <summary>One change.</summary>
/// <param name="Op">What is done.</param>
/// <param name="Path">To which attribute; null: to those that the value names.</param>
/// <param name="Value">JSON; null when there is none.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-operation")]
public sealed record ScimOperation(
    [property: Id(0)] ScimOp Op,
    [property: Id(1)] string? Path = null,
    [property: Id(2)] string? Value = null
)
{
    /// <summary>Leaves path and value out, which may have personal data.</summary>
    public override string ToString() => Op.ToString();
}

/// <summary>What an operation does.</summary>
[GenerateSerializer, Alias("kayse.scim-op")]
public enum ScimOp
{
    /// <summary>Sets an attribute, or adds values to one that has many.</summary>
    Add = 0,

    /// <summary>Sets an attribute, in place of all values that it has.</summary>
    Replace = 1,

    /// <summary>Removes an attribute, or some of its values.</summary>
    Remove = 2,
}
