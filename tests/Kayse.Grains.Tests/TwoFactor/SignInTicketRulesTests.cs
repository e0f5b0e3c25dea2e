using Kayse.Grains.Tests.Users;
using Kayse.Grains.TwoFactor;

namespace Kayse.Grains.Tests.TwoFactor;

public sealed class SignInTicketRulesTests
{
    [Fact]
    public void A_ticket_is_found_by_its_secret_until_it_expires()
    {
        var ticket = Ticket(1);

        SignInTicketRules.Find([ticket], SampleUser.Hash(1), SampleUser.Now).ShouldBe(ticket);
        SignInTicketRules.Find([ticket], SampleUser.Hash(2), SampleUser.Now).ShouldBeNull();
        SignInTicketRules.Find([ticket], SampleUser.Hash(1), ticket.ExpiresAt).ShouldBeNull();
    }

    [Fact]
    public void Expired_tickets_and_the_oldest_of_too_many_make_room()
    {
        IReadOnlyList<SignInTicket> tickets = [Ticket(1), Ticket(2), Ticket(3), Ticket(4), Ticket(5)];

        SignInTicketRules.With(tickets, Ticket(6), SampleUser.Now).ShouldBe([.. tickets.Skip(1), Ticket(6)]);
        SignInTicketRules.With(tickets, Ticket(6), Ticket(1).ExpiresAt).ShouldBe([Ticket(6)]);
    }

    [Fact]
    public void The_fifth_wrong_code_ends_its_ticket_and_no_other()
    {
        IReadOnlyList<SignInTicket> tickets = [Ticket(1), Ticket(2)];
        for (var tries = 1; tries < SignInTicketRules.MaxWrongCodes; tries++)
            tickets = SignInTicketRules.WithWrongCode(tickets, tickets[0]);
        tickets[0].WrongCodes.ShouldBe(4);

        SignInTicketRules.WithWrongCode(tickets, tickets[0]).ShouldBe([Ticket(2)]);
    }

    private static SignInTicket Ticket(byte secret) =>
        new(SampleUser.Hash(secret), SampleUser.Now + SignInTicketRules.Lifetime, "firm", RememberMe: false, WrongCodes: 0);
}
