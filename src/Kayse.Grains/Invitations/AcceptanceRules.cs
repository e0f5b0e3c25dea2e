using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Invitations;

internal static class AcceptanceRules
{
    /// <summary>
    /// The person to register, with their corrections of name and number. Who came by another link than the mailed one
    /// has yet to prove that the address is theirs.
    /// </summary>
    public static RegisterUser RegistrationOf(NewPerson person, InvitationAcceptance acceptance, IPhoneNumberParser phones)
    {
        var details = acceptance.Details;
        var errors = new FieldErrors();
        var fullName = errors.OptionalName("fullName", person.FullName, FieldLimits.PersonName) ?? details.FullName;
        errors.ThrowIfAny();
        var phone = person.PhoneNumber is null
            ? details.PhoneNumber
            : ContactRules.Phone(phones, person.PhoneNumber, person.PhoneCountry);
        return new RegisterUser(fullName, details.Email, phone, person.PasswordHash, TimeZone: null)
        {
            Address = acceptance.ProvesAddress ? AddressProof.Given : AddressProof.Mailed,
        };
    }

    /// <summary>
    /// The member that the invitation makes of the person, with the number that the company has of them.
    /// </summary>
    public static MemberRecord MemberOf(InvitationDetails details, UserView user, string invitationId, DateTimeOffset now) =>
        new()
        {
            UserId = user.Id,
            FullName = user.FullName,
            Email = user.Email,
            PhoneNumber = details.PhoneNumber,
            JobTitle = details.JobTitle,
            Photo = user.Photo,
            Access = details.Access,
            JoinedAt = now,
            InvitationId = invitationId,
        };
}
