namespace Kayse.Grains.Mail.Emails;

/// <summary>
/// Tells a person that the export of their data is ready (PR-3). The link has no secret: it leads to sign-in and
/// step-up.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email.data-export-ready")]
internal sealed record DataExportReadyEmail([property: Id(0)] string ExportId, [property: Id(1)] DateTimeOffset ExpiresAt) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "Your data export is ready",
            Preheader: $"Download it by {Times.Instant(ExpiresAt)}.",
            Paragraphs:
            [
                "The copy of your Kayse data that you requested is ready. You can download it up to 5 times until "
                    + $"{Times.Instant(ExpiresAt)}; after that it is deleted.",
                "To protect your data, we'll ask you to sign in and confirm your identity first.",
            ],
            Button: "Download your data",
            Link: context.Links.DataExport(ExportId),
            Notes: ["The file contains personal data. Keep it in a safe place and don't forward it."]
        );
}
