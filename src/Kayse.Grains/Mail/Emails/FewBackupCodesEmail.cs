namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a person to create new backup codes.</summary>
/// <param name="Left">How many are left.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.few-backup-codes")]
internal sealed record FewBackupCodesEmail([property: Id(0)] int Left) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "You're running low on Kayse backup codes",
            Preheader: $"You have {Remaining} left.",
            Paragraphs:
            [
                $"You signed in with a backup code. You have {Remaining} left.",
                "Create new codes in your profile, and keep them somewhere you can find them without your phone.",
                "If you didn't use a backup code, someone else did. Reset your password and create new backup codes now.",
            ],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes: ["We send this email when you are running low on backup codes."]
        );

    private string Remaining =>
        Left switch
        {
            0 => "no backup codes",
            1 => "1 backup code",
            _ => $"{Left} backup codes",
        };
}
