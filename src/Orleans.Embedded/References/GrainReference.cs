using Orleans.CodeGeneration;

namespace Orleans.Runtime;

/// <summary>Refers to a grain, whether it is active or not. Generated classes derive from it and implement the grain's interfaces.</summary>
public partial class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly GrainReferenceShared _shared;
    private readonly IdSpan _key;

    /// <summary>Called by generated classes.</summary>
    protected internal GrainReference(GrainReferenceShared shared, IdSpan key)
    {
        _shared = shared;
        _key = key;
    }

    /// <summary>Which grain this refers to.</summary>
    public GrainId GrainId => GrainId.Create(_shared.GrainType, _key);

    internal GrainReferenceShared Shared => _shared;

    internal IdSpan Key => _key;

    /// <summary>Equal when both refer to the same grain, through whichever interface.</summary>
    public static bool operator ==(GrainReference? reference1, GrainReference? reference2)
        => reference1 is null ? reference2 is null : reference1.Equals(reference2);

    /// <summary>The opposite of equal.</summary>
    public static bool operator !=(GrainReference? reference1, GrainReference? reference2) => !(reference1 == reference2);

    /// <summary>The same grain through another interface.</summary>
    public virtual TGrainInterface Cast<TGrainInterface>()
        where TGrainInterface : IAddressable
        => (TGrainInterface)(IAddressable)Shared.Cast(this, typeof(TGrainInterface));

    /// <summary>As <see cref="GrainId.GetUniformHashCode"/>.</summary>
    public uint GetUniformHashCode() => GrainId.GetUniformHashCode();

    /// <inheritdoc />
    public bool Equals(GrainReference? other) => other is not null && GrainId.Equals(other.GrainId);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    /// <inheritdoc />
    public override int GetHashCode() => GrainId.GetHashCode();

    /// <inheritdoc />
    public sealed override string ToString() => $"GrainReference:{GrainId}:{_shared.InterfaceType.FullName}";
}
