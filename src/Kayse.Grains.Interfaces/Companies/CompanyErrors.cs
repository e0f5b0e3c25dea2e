using Kayse.Grains.Errors;

namespace Kayse.Grains.Companies;

/// <summary>Refusals of companies.</summary>
public static class CompanyErrors
{
    /// <summary>The operator does not let anybody sign up (<c>Kayse:SignUp</c>).</summary>
    public static readonly Refusal SignUpClosed = new("forbidden", "Sign-up is closed. Ask an admin for an invitation.");

    /// <summary>
    /// Somebody has the address, and what was given doesn't open their account. Says no more than that.
    /// </summary>
    public static readonly Refusal SignUpRefused = new(
        "invalid_credentials",
        "We couldn't create a company with this email address and password. If you already have an account, sign in or reset your password."
    );

    /// <summary>Active members and pending invitations take all seats that the company has.</summary>
    public static readonly Refusal SeatLimitReached = new(
        "seat_limit_reached",
        "All seats are taken. Deactivate a member, revoke an invitation, or raise the seat limit."
    );
}
