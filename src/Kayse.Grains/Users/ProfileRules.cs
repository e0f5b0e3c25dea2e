using Kayse.Grains.Directory;
using Kayse.Grains.Errors;
using Kayse.Grains.State;

namespace Kayse.Grains.Users;

internal static class ProfileRules
{
    /// <summary>The person with a change of their profile, checked; the same when it changes nothing.</summary>
    public static UserState Apply(UserState user, UpdateProfile change, IPhoneNumberParser phones)
    {
        VersionRules.EnsureExpected(change.ExpectedVersion, user.ProfileVersion);
        var errors = new FieldErrors();
        var next = user with
        {
            FullName = change.FullName is null ? user.FullName : errors.RequiredName("fullName", change.FullName, FieldLimits.PersonName),
            TimeZone = change.TimeZone is { } zone ? TimeZone(errors, zone.Value) : user.TimeZone,
            Language = change.Language is { } language ? Language(errors, language.Value) : user.Language,
        };
        errors.ThrowIfAny();
        next = next with
        {
            PhoneNumber = change.PhoneNumber is { } phone
                ? ContactRules.Phone(phones, phone.Value, change.PhoneCountry)
                : user.PhoneNumber,
        };
        return next == user ? user : Changed(user, next);
    }

    /// <summary>The IANA name of a time zone in its own spelling, or null for none.</summary>
    public static string? TimeZone(FieldErrors errors, string? input)
    {
        var typed = errors.Optional("timeZone", input, FieldLimits.TimeZone);
        if (typed is null)
            return null;
        if (IanaTimeZones.Find(typed) is { } name)
            return name;
        errors.Add("timeZone", "Choose a time zone by its IANA name, such as America/New_York.");
        return null;
    }

    public static UserView ViewOf(string userId, UserState user, DateTimeOffset now) =>
        new(userId, user.FullName, user.Email!, user.PhoneNumber, user.TimeZone)
        {
            Language = user.Language,
            Version = user.ProfileVersion,
            Photo = user.Photo,
            PendingEmail = EmailChangeRules.Pending(user, now),
            EmailVerified = user.EmailVerifiedAt is not null,
            CreatedAt = user.CreatedAt,
        };

    /// <summary>
    /// The person after a change of theirs, with what has to follow from it: photos to be deleted, sessions and keys
    /// that act under their name, and companies whose rosters copy of them.
    /// </summary>
    public static UserState Changed(UserState before, UserState next)
    {
        next = next with { ProfileVersion = before.ProfileVersion + 1 };
        if (before.Photo is { } photo && photo != next.Photo)
            next = next.Then(new DeletePhoto(photo));
        if (before.FullName != next.FullName || before.Email != next.Email)
            next = next.Then(new RefreshSessions(), new RefreshApiKeys());
        if (before.PhoneNumber == next.PhoneNumber && before.Email == next.Email && before.Photo == next.Photo)
            return next;
        return NotifyingCompanies(next);
    }

    /// <summary>The person once what rosters copy of them has changed: every company of theirs is to look again.</summary>
    public static UserState NotifyingCompanies(UserState user)
    {
        var version = user.ContactVersion + 1;
        return user with
        {
            ContactVersion = version,
            Pending =
            [
                .. user.Pending.Where(step => step is not NotifyCompany),
                .. user.Memberships.Select(membership => new NotifyCompany(membership.CompanyId, version)),
            ],
        };
    }

    /// <summary>
    /// What is pending once a company has said something of its own: one that the person comes to may have looked at
    /// them before their last change, and one that they leave needs to know nothing more.
    /// </summary>
    public static IReadOnlyList<UserStep> PendingAfter(UserState user, Membership copy)
    {
        if (copy.Removed)
            return [.. user.Pending.Where(step => step is not NotifyCompany notify || notify.CompanyId != copy.CompanyId)];
        var isNew = !user.Memberships.Any(membership => membership.CompanyId == copy.CompanyId);
        return isNew && user.ContactVersion > 0
            ? user.Pending.With(new NotifyCompany(copy.CompanyId, user.ContactVersion))
            : user.Pending;
    }

    private static string? Language(FieldErrors errors, string? input)
    {
        if (string.IsNullOrWhiteSpace(input))
            return null;
        if (LanguageTag.TryNormalize(input.Trim(), out var tag))
            return tag;
        errors.Add("language", "Choose a language by its tag, such as en or pt-BR.");
        return null;
    }
}
