using Kayse.Grains.Mail;

namespace Kayse.Grains.Tests.Mail;

public sealed class OutboxShardsTests
{
    [Theory]
    [InlineData("a", "11")]
    [InlineData("01hx7k2m9p4q8r3s5t6v7w8y-1", "15")]
    [InlineData("01hx7k2m9p4q8r3s5t6v7w8y-2", "13")]
    [InlineData("zoë", "3")]
    public void A_mail_is_looked_for_where_it_always_was(string mailId, string shard) => OutboxShards.For(mailId).ShouldBe(shard);
}
