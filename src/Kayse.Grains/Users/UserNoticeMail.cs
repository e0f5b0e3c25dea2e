using System.Globalization;
using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;

namespace Kayse.Grains.Users;

/// <summary>
/// Mails that tell a person what was done, or tried, with their account; each without the secret of its link.
/// </summary>
internal static class UserNoticeMail
{
    /// <summary>There were too many failed attempts.</summary>
    public static OutgoingMail Locked(string mailId, UserState state, ClientDevice device, DateTimeOffset now) =>
        Notice(mailId, state, MailTemplates.AccountLocked, Values(state, device, now), now);

    /// <summary>They, or somebody, signed in on a device that is not known.</summary>
    public static OutgoingMail NewDevice(string mailId, UserState state, ClientDevice device, DateTimeOffset now) =>
        Notice(mailId, state, MailTemplates.NewDevice, Values(state, device, now), now);

    /// <summary>Any notice; it goes to the person's address.</summary>
    public static OutgoingMail Notice(
        string mailId,
        UserState state,
        string template,
        IReadOnlyDictionary<string, string> values,
        DateTimeOffset now
    ) => new(mailId, state.Email!, state.FullName, template, values, Secret: null, now + NoticeRules.Lifetime);

    private static Dictionary<string, string> Values(UserState state, ClientDevice device, DateTimeOffset now)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = state.FullName,
            ["at"] = now.ToString("O", CultureInfo.InvariantCulture),
        };
        Add(values, "browser", device.Browser);
        Add(values, "system", device.OperatingSystem);
        Add(values, "place", device.Location);
        Add(values, "ip", device.IpAddress);
        return values;
    }

    private static void Add(Dictionary<string, string> values, string name, string? value)
    {
        if (value is not null)
            values[name] = value;
    }
}
