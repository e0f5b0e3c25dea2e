using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.Members;
using Kayse.Grains.Users;

namespace Kayse.Grains.Invitations;

internal static class AcceptanceRules
{
    /// <summary>
    /// The person to register, with their corrections of name and number. They followed a link that was mailed to the
    /// address.
    /// </summary>
    public static RegisterUser RegistrationOf(NewPerson person, InvitationDetails details, IPhoneNumberParser phones)
    {
        var errors = new FieldErrors();
        var fullName = errors.OptionalName("fullName", person.FullName, FieldLimits.PersonName) ?? details.FullName;
        errors.ThrowIfAny();
        var phone = person.PhoneNumber is null
            ? details.PhoneNumber
            : ContactRules.Phone(phones, person.PhoneNumber, person.PhoneCountry);
        return new RegisterUser(fullName, details.Email, phone, person.PasswordHash, TimeZone: null) { Address = AddressProof.Given };
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
