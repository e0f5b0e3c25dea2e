using Kayse.Grains.Audit;
using Kayse.Grains.State;
using Kayse.Grains.Tests.Hosting;

namespace Kayse.Grains.Tests.Audit;

public sealed class AuditTimesTests
{
    private const int Batches = 1030;

    [Fact]
    public async Task The_spans_of_more_batches_than_a_record_holds_are_read_back()
    {
        await using var silo = await TestSilo.StartAsync();
        var log = new TestLog(silo);
        var storage = new GrainRecords(log.Storage, log.Id, () => { });
        var written = new AuditTimes(storage);
        for (var batch = 0; batch < Batches; batch++)
            await written.AddAsync([batch * 10L, (batch * 10L) + 5, (batch * 10L) - 3]);

        var read = new AuditTimes(storage);
        await read.LoadAsync(Batches - 1);
        read.Latest.ShouldBe(((Batches - 2) * 10L) + 5);
        read.SpanOf(Batches - 2).ShouldBe(new AuditSpan(((Batches - 2) * 10L) - 3, ((Batches - 2) * 10L) + 5));
        (await read.ReadAsync(3)).ShouldBe([30L, 35, 27]);

        // The last batch was not counted before a crash, and comes again.
        await read.AddAsync([1, 2]);
        var again = new AuditTimes(storage);
        await again.LoadAsync(Batches);
        again.SpanOf(Batches - 1).ShouldBe(new AuditSpan(1, 2));
        again.SpanOf(0).ShouldBe(new AuditSpan(-3, 5));
    }

    [Fact]
    public async Task Times_that_are_missing_are_a_fault()
    {
        await using var silo = await TestSilo.StartAsync();
        var log = new TestLog(silo);
        await Should.ThrowAsync<InvalidDataException>(() =>
            new AuditTimes(new GrainRecords(log.Storage, log.Id, () => { })).LoadAsync(1)
        );
    }
}
