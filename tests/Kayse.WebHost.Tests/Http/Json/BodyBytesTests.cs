using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Json;
using Microsoft.AspNetCore.Http;

namespace Kayse.WebHost.Tests.Http.Json;

/// <summary>Memory for a body comes as the body does.</summary>
public sealed class BodyBytesTests
{
    [Fact]
    public void A_large_length_that_is_only_claimed_reserves_little()
    {
        // What grows once and for all grows here.
        _ = Begin(1_048_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = Enumerable.Range(0, 100).Select(_ => Begin(1_048_000)).ToList();
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / reading.Count;

        reading.ShouldAllBe(one => !one.IsCompleted);
        each.ShouldBeLessThan(32 * 1024);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    [InlineData(1_048_576)]
    public async Task All_of_a_body_is_read_however_it_arrives(int length)
    {
        var sent = new byte[length];
        new Random(7).NextBytes(sent);
        using var bytes = await BodyBytes.ReadAsync(Request(new Dribble(sent), length), default);

        bytes.Span.SequenceEqual(sent).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1_048_577L)]
    public async Task One_byte_over_the_limit_is_too_many(long? claimed)
    {
        var refused = await Should.ThrowAsync<RefusedException>(() =>
            BodyBytes.ReadAsync(Request(new Dribble(new byte[1_048_577]), claimed), default)
        );

        refused.Code.ShouldBe("payload_too_large");
    }

    private static Task<BodyBytes> Begin(long claimed) => BodyBytes.ReadAsync(Request(new Silence(), claimed), default);

    private static HttpRequest Request(Stream body, long? length)
    {
        var context = new DefaultHttpContext();
        context.Request.ContentType = "application/json";
        context.Request.ContentLength = length;
        context.Request.Body = body;
        return context.Request;
    }

    /// <summary>Says nothing, for ever.</summary>
    private sealed class Silence : MemoryStream
    {
        private readonly TaskCompletionSource<int> _never = new();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(_never.Task);
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
    }
}
