using Kayse.Grains.Sessions;

namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a person that an export of their data was requested on a device that is new to them (PR-3).</summary>
[GenerateSerializer, Immutable, Alias("kayse.email.data-export-requested")]
internal sealed record DataExportRequestedEmail([property: Id(0)] DateTimeOffset At, [property: Id(1)] ClientDevice Device) : Email
{
    public override EmailLayout Write(EmailContext context)
    {
        var (at, device) = (Times.Instant(At), Devices.InWords(Device));
        return new EmailLayout(
            Subject: "A copy of your Kayse data was requested",
            Preheader: $"On {at}, {device}.",
            Paragraphs:
            [
                $"Someone requested a copy of all data of your Kayse account {context.Address} on {at}, {device}. You have only "
                    + "recently started to use this device.",
                "If this was you, there is nothing to do. If not, sign in, delete the export and change your password: that signs "
                    + "out every other device.",
            ],
            Button: "Review data exports",
            Link: context.Links.Privacy,
            Notes: ["Downloading the copy takes your password or a two-factor code."]
        );
    }
}
