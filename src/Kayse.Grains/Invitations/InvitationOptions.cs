namespace Kayse.Grains.Invitations;

/// <summary>
/// How long invitations last, and how many a young company may send; section <c>Kayse:Invitations</c>.
/// </summary>
public sealed class InvitationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Invitations";

    /// <summary>How long an invitation can be accepted after it was last sent; 1 minute to 30 days.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How many a young company may send.</summary>
    public InvitationRampUp RampUp { get; set; } = new();

    /// <summary>
    /// Whether anybody can sign up, so that companies are strangers to the operator and to each other; follows
    /// <c>Kayse:SignUp</c>.
    /// </summary>
    public bool IsSignUpOpen { get; set; } = true;
}

/// <summary>
/// How many invitations a company may mail in each of its first days: twice as many a day as on the day before. Only
/// where anybody can sign up; section <c>Kayse:Invitations:RampUp</c>.
/// </summary>
public sealed class InvitationRampUp
{
    /// <summary>How many in its first 24 hours; 0 to 10,000, 0 for any number.</summary>
    public int FirstDay { get; set; } = 20;

    /// <summary>After how many days there is no such limit; 1 to 14.</summary>
    public int Days { get; set; } = 7;
}
