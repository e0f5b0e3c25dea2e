namespace Kayse.Grains.Directory;

/// <summary>Which person or pending invitation has a phone number (IN-2): the point where its uniqueness is decided. Keyed by E.164.</summary>
[Alias("kayse.phone-number")]
public interface IPhoneNumberGrain : IGrainWithStringKey
{
    /// <summary>
    /// Holds the number for an invitation until the instant at which that expires; from then on it counts as free, whether or not
    /// anybody has tidied up. May be repeated, also with another instant.
    /// </summary>
    [Alias("hold-for-invitation")]
    Task<PhoneClaim> HoldForInvitationAsync(string invitationId, DateTimeOffset until);

    /// <summary>Gives the number to a person, also when <paramref name="invitationId"/> holds it. May be repeated.</summary>
    [Alias("claim-for-user")]
    Task<PhoneClaim> ClaimForUserAsync(string userId, string? invitationId);

    /// <summary>Frees the number if that person or invitation has it.</summary>
    [Alias("release")]
    Task ReleaseAsync(string holderId);
}

/// <summary>The outcome of asking for a phone number.</summary>
[GenerateSerializer, Alias("kayse.phone-claim")]
public enum PhoneClaim
{
    /// <summary>The asker has it.</summary>
    Granted = 0,

    /// <summary>Another pending invitation holds it.</summary>
    AlreadyInvited = 1,

    /// <summary>A person has it.</summary>
    InUse = 2,
}
