namespace Kayse.Grains.Mail;

/// <summary>Tells a person that they should make new backup codes.</summary>
/// <param name="Left">How many are left.</param>
/// <param name="Link">The console.</param>
public sealed record FewBackupCodesEmail(string PersonName, int Left, Uri Link)
{
    public EmailContent Compose() =>
        new EmailLayout(
            Subject: "You are running out of Kayse backup codes",
            Preheader: "Make new ones while you can still sign in.",
            Greeting: $"Hello {MailName.Of(PersonName)},",
            Paragraphs:
            [
                $"You have signed in with a backup code. {LeftText} Make new codes in your profile, and keep them where you will find them without your phone.",
                "If you did not use a backup code, somebody else did: choose a new password and new backup codes now.",
            ],
            ButtonLabel: "Open Kayse",
            Link,
            Notes: ["You get this mail when the backup codes of your account run out."]
        ).Render();

    private string LeftText =>
        Left switch
        {
            0 => "It was your last.",
            1 => "One is left.",
            _ => $"{Left} are left.",
        };

    public override string ToString() => nameof(FewBackupCodesEmail);
}
