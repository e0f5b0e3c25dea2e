namespace Kayse.Grains.Mail.Emails;

/// <summary>Tells a person to make new backup codes.</summary>
/// <param name="Left">How many are left.</param>
[GenerateSerializer, Immutable, Alias("kayse.email.few-backup-codes")]
internal sealed record FewBackupCodesEmail([property: Id(0)] int Left) : Email
{
    public override EmailLayout Write(EmailContext context) =>
        new(
            Subject: "You are running out of Kayse backup codes",
            Preheader: "Make new ones while you can still sign in.",
            Paragraphs:
            [
                $"You have signed in with a backup code. {LeftText} Make new codes in your profile, and keep them where you will find "
                    + "them without your phone.",
                "If you did not use a backup code, somebody else did: choose a new password and new backup codes now.",
            ],
            Button: "Open Kayse",
            Link: context.Links.Console,
            Notes: ["You get this mail when the backup codes of your account run out."]
        );

    private string LeftText =>
        Left switch
        {
            0 => "It was your last.",
            1 => "One is left.",
            _ => $"{Left} are left.",
        };
}
