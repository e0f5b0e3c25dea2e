namespace Kayse.Grains.Members;

/// <summary>Whether a member may work in the company.</summary>
[GenerateSerializer, Alias("kayse.member-status")]
public enum MemberStatus
{
    /// <summary>Has access.</summary>
    Active = 0,

    /// <summary>Has none; what they did and hold is kept.</summary>
    Deactivated = 1,
}
