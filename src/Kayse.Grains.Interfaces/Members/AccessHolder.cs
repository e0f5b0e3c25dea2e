namespace Kayse.Grains.Members;

/// <summary>Who may do what is asked for: <see cref="AuthorizationRules"/> would allow it to them.</summary>
/// <param name="Member">The member, who is active.</param>
/// <param name="Reason">Where they have it from.</param>
[GenerateSerializer, Immutable, Alias("kayse.access-holder")]
public sealed record AccessHolder([property: Id(0)] MemberView Member, [property: Id(1)] AuthorizationReason Reason);
