using Kayse.Grains.Mail;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Mail;

public sealed class MailboxAddressTests
{
    [Theory]
    [InlineData("ben@firm.example", "ben@firm.example")]
    [InlineData("ben+junk@firm.example", "ben@firm.example")]
    [InlineData("ben+a+b@firm.example", "ben@firm.example")]
    [InlineData("+ben@firm.example", "+ben@firm.example")]
    [InlineData("b.e.n@firm.example", "b.e.n@firm.example")]
    [InlineData("b.e.n+x@gmail.com", "ben@gmail.com")]
    [InlineData("ben@googlemail.com", "ben@gmail.com")]
    public void Every_way_to_write_a_mailbox_is_the_same(string email, string mailbox) => MailboxAddress.Of(email).ShouldBe(mailbox);

    [Fact]
    public async Task Tags_do_not_get_around_what_a_mailbox_may_be_sent()
    {
        await using var silo = await TestSilo.StartAsync();
        var firm = await Firm.FoundAsync(silo);
        for (var i = 0; i < 5; i++)
            await firm.InviteAsync($"ben+{i}@else.example");
        (await Refused.CodeAsync(() => firm.InviteAsync("ben@else.example"))).ShouldBe("rate_limited");
    }
}
