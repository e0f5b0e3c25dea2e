namespace Kayse.Grains.AccessReviews;

/// <summary>What a reviewer decides about a member's access.</summary>
[GenerateSerializer, Alias("kayse.access-decision")]
public enum AccessDecision
{
    /// <summary>It stays as it is.</summary>
    Keep = 0,

    /// <summary>Some of it is taken away.</summary>
    Reduce = 1,

    /// <summary>The member is removed from the company.</summary>
    Remove = 2,
}
