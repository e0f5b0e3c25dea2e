namespace Kayse.Grains.Members;

/// <summary>What a person may do in a company, from least to most; compare with the operators.</summary>
[GenerateSerializer, Alias("kayse.role")]
public enum Role
{
    /// <summary>Daily work, within scopes and permissions.</summary>
    User = 0,

    /// <summary>Every feature and setting of the company but ownership and billing.</summary>
    Admin = 1,

    /// <summary>Everything. A company has at least one, always.</summary>
    SuperAdmin = 2,
}
