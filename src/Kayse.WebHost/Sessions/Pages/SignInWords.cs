using Kayse.Grains.Audit;
using Kayse.Grains.Sessions;

namespace Kayse.WebHost.Sessions.Pages;

/// <summary>What the console calls ways in which a sign-in goes.</summary>
internal static class SignInWords
{
    public static string Of(SignInOutcome outcome) =>
        outcome switch
        {
            SignInOutcome.Success => "Signed in",
            SignInOutcome.Switched => "Switched company",
            _ => "Failed",
        };

    public static string Tone(SignInOutcome outcome) => outcome == SignInOutcome.Failure ? "bad" : "good";

    public static string Of(SignInFailure failure) =>
        failure switch
        {
            SignInFailure.WrongPassword => "Wrong password",
            SignInFailure.Deactivated => "No longer has access",
            SignInFailure.Locked => "Account locked",
            SignInFailure.TwoFactorInvalid => "Wrong code",
            SignInFailure.PasskeyInvalid => "Passkey not accepted",
            SignInFailure.PasswordExpired => "Initial password expired",
            SignInFailure.PasswordChanged => "Password was changed during sign-in",
            SignInFailure.SingleSignOnRequired => "Single sign-on required",
            _ => "Refused",
        };

    /// <summary>Who is meant by an entry without a name: somebody who was erased, or a flood of failures.</summary>
    public static string Nobody(SignInEntry entry) =>
        entry.Outcome == SignInOutcome.Failure && entry.Count > 1 ? "Several people" : AuditEntry.DeletedPerson;
}
