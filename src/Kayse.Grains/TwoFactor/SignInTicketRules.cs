using Kayse.Grains.Tokens;

namespace Kayse.Grains.TwoFactor;

internal static class SignInTicketRules
{
    /// <summary>How long a ticket is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How many wrong codes end a ticket.</summary>
    public const int MaxWrongCodes = 5;

    /// <summary>How many a person may have at a time; one more takes the place of the oldest.</summary>
    public const int MaxTickets = 5;

    /// <summary>The ticket that the secret is of, while it is good.</summary>
    public static SignInTicket? Find(IReadOnlyList<SignInTicket> tickets, TokenHash secret, DateTimeOffset now) =>
        tickets.FirstOrDefault(ticket => ticket.TokenHash.Matches(secret) && now < ticket.ExpiresAt);

    public static IReadOnlyList<SignInTicket> With(IReadOnlyList<SignInTicket> tickets, SignInTicket added, DateTimeOffset now) =>
        [.. tickets.Where(ticket => now < ticket.ExpiresAt).TakeLast(MaxTickets - 1), added];

    public static IReadOnlyList<SignInTicket> Without(IReadOnlyList<SignInTicket> tickets, SignInTicket used) =>
        [.. tickets.Where(ticket => ticket.TokenHash != used.TokenHash)];

    /// <summary>
    /// The tickets after one more wrong code for this one: it is gone when that was the last it could see.
    /// </summary>
    public static IReadOnlyList<SignInTicket> WithWrongCode(IReadOnlyList<SignInTicket> tickets, SignInTicket tried) =>
        tried.WrongCodes + 1 >= MaxWrongCodes
            ? Without(tickets, tried)
            :
            [
                .. tickets.Select(ticket =>
                    ticket.TokenHash == tried.TokenHash ? ticket with { WrongCodes = ticket.WrongCodes + 1 } : ticket
                ),
            ];
}
