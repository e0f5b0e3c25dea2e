using Kayse.Grains.Directory;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Users;

internal static class ProfileRules
{
    private const int MaxName = 200;
    private const int MaxTimeZone = 64;

    /// <summary>The person with a change of their profile, checked; the same when it changes nothing.</summary>
    public static UserState Apply(UserState user, UpdateProfile change, IPhoneNumberParser phones)
    {
        VersionRules.EnsureExpected(change.ExpectedVersion, user.ProfileVersion);
        var errors = new FieldErrors();
        var next = user with
        {
            FullName = change.FullName is null ? user.FullName : errors.RequiredName("fullName", change.FullName, MaxName),
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
        var typed = errors.Optional("timeZone", input, MaxTimeZone);
        if (typed is null)
            return null;
        if (IanaTimeZones.Find(typed) is { } name)
            return name;
        errors.Add("timeZone", "This is not the IANA name of a time zone, such as America/New_York.");
        return null;
    }

    /// <summary>The person with what has to follow from a change of theirs noted.</summary>
    public static UserState Changed(UserState before, UserState next)
    {
        var isTheirsAlone =
            IsSame(before.PhoneNumber, next.PhoneNumber) && IsSame(before.Email, next.Email) && IsSame(before.Photo, next.Photo);
        return next with
        {
            ProfileVersion = before.ProfileVersion + 1,
            Renaming = before.Renaming || !IsSame(before.FullName, next.FullName) || !IsSame(before.Email, next.Email),
            UnsettledPhotos = before.Photo is { } photo && !IsSame(photo, next.Photo) ? [photo] : [],
            ContactVersion = isTheirsAlone ? before.ContactVersion : before.ContactVersion + 1,
            UntoldCompanyIds = isTheirsAlone
                ? before.UntoldCompanyIds
                : [.. before.Memberships.Select(membership => membership.CompanyId)],
        };
    }

    /// <summary>
    /// The companies to be told of the person, once one of them has said something of its own. One that they come to
    /// may have looked at them before their last change.
    /// </summary>
    public static IReadOnlyList<string> Untold(UserState user, Membership copy)
    {
        if (copy.Removed)
            return [.. user.UntoldCompanyIds.Where(id => !IsSame(id, copy.CompanyId))];
        var isNew = !user.Memberships.Any(membership => IsSame(membership.CompanyId, copy.CompanyId));
        return isNew && user.ContactVersion > 0 ? [.. user.UntoldCompanyIds, copy.CompanyId] : user.UntoldCompanyIds;
    }

    private static string? Language(FieldErrors errors, string? input)
    {
        if (string.IsNullOrWhiteSpace(input))
            return null;
        if (LanguageTag.TryNormalize(input.Trim(), out var tag))
            return tag;
        errors.Add("language", "This is not the tag of a language, such as en or pt-BR.");
        return null;
    }

    private static bool IsSame(string? one, string? other) => one == other;
}
