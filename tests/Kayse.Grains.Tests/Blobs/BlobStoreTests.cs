using Kayse.Grains.Blobs;
using Kayse.Grains.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Blobs;

public sealed class BlobStoreTests : IAsyncLifetime
{
    private TestSilo _silo = null!;

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync();

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task What_is_put_is_there_until_it_is_replaced_or_deleted()
    {
        await Store.PutAsync("photos/a.png", new byte[] { 1, 2 }, default);
        (await ReadAsync("photos/a.png")).ShouldBe([1, 2]);

        await Store.PutAsync("photos/a.png", new byte[] { 3 }, default);
        await _silo.RestartAsync();
        (await ReadAsync("photos/a.png")).ShouldBe([3]);

        await Store.DeleteAsync("photos/a.png", default);
        await Store.DeleteAsync("photos/a.png", default);
        await Store.DeleteAsync("nowhere/a.png", default);
        (await ReadAsync("photos/a.png")).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_was_broken_off_is_not_there_and_goes_with_it()
    {
        var partial = Path.Combine(_silo.DataDirectory, "blobs", "photos", "a.png.partial");
        await Store.PutAsync("photos/b.png", new byte[] { 1 }, default);
        await File.WriteAllBytesAsync(partial, [1]);

        (await ReadAsync("photos/a.png")).ShouldBeNull();
        await Store.DeleteAsync("photos/a.png", default);
        File.Exists(partial).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_is_being_read_can_be_replaced_and_deleted()
    {
        await Store.PutAsync("photos/a.png", new byte[] { 1, 2 }, default);
        await using var reading = await Store.GetAsync("photos/a.png", default);
        await Store.PutAsync("photos/a.png", new byte[] { 3 }, default);
        await Store.DeleteAsync("photos/a.png", default);

        reading!.ReadByte().ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../kayse.db")]
    [InlineData("photos/../../kayse.db")]
    [InlineData("/etc/passwd")]
    [InlineData("photos//a")]
    [InlineData("photos/.a")]
    [InlineData("photos/a.partial")]
    [InlineData("photos\\a")]
    [InlineData("photos/a\0")]
    [InlineData("a/b/c/d/e")]
    public async Task No_key_leads_out_of_the_folder(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.GetAsync(key, default));
        await Should.ThrowAsync<ArgumentException>(() => Store.PutAsync(key, new byte[1], default));
        await Should.ThrowAsync<ArgumentException>(() => Store.DeleteAsync(key, default));
    }

    private IBlobStore Store => _silo.Services.GetRequiredService<IBlobStore>();

    private async Task<byte[]?> ReadAsync(string key)
    {
        await using var content = await Store.GetAsync(key, default);
        if (content is null)
            return null;
        var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }
}
