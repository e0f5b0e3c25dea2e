namespace Orleans;

/// <summary>Names a grain class in ids and storage; without it the name is the class's, lower case, without a trailing <c>grain</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    /// <summary>The name.</summary>
    public string GrainType { get; } = grainType;
}
