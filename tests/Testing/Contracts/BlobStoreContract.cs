using Kayse.Grains.Blobs;

namespace Kayse.Testing.Contracts;

/// <summary>
/// What every blob store must do, whatever it stores into; derive from it once for each. The store starts empty.
/// </summary>
public abstract class BlobStoreContract
{
    protected abstract IBlobStore Store { get; }

    [Fact]
    public async Task What_is_put_is_there_until_it_is_replaced_or_deleted()
    {
        await Store.PutAsync("photos/a.png", new byte[] { 1, 2 }, default);
        (await ReadAsync("photos/a.png")).ShouldBe([1, 2]);

        await Store.PutAsync("photos/a.png", new byte[] { 3 }, default);
        (await ReadAsync("photos/a.png")).ShouldBe([3]);

        await Store.DeleteAsync("photos/a.png", default);
        await Store.DeleteAsync("photos/a.png", default);
        await Store.DeleteAsync("nowhere/a.png", default);
        (await ReadAsync("photos/a.png")).ShouldBeNull();
    }

    [Fact]
    public async Task One_that_is_being_read_can_be_replaced_and_deleted()
    {
        await Store.PutAsync("photos/a.png", new byte[] { 1, 2 }, default);
        await using var reading = await Store.GetAsync("photos/a.png", default);
        await Store.PutAsync("photos/a.png", new byte[] { 3 }, default);
        await Store.DeleteAsync("photos/a.png", default);

        reading.ShouldNotBeNull().ReadByte().ShouldBe(1);
    }

    [Fact]
    public async Task All_keys_are_listed()
    {
        (await Store.ListAsync(default).ToListAsync()).ShouldBeEmpty();

        await Store.PutAsync("photos/a.png", new byte[] { 1 }, default);
        await Store.PutAsync("photos/b.png", new byte[] { 2 }, default);

        (await Store.ListAsync(default).ToListAsync()).ShouldBe(["photos/a.png", "photos/b.png"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_large_file_comes_back_whole()
    {
        var content = new byte[3 << 20];
        Random.Shared.NextBytes(content);
        await Store.PutAsync("photos/large.png", content, default);

        (await ReadAsync("photos/large.png")).ShouldBe(content);
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
    public async Task A_key_that_no_blob_can_have_is_refused(string key)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.GetAsync(key, default));
        await Should.ThrowAsync<ArgumentException>(() => Store.PutAsync(key, new byte[1], default));
        await Should.ThrowAsync<ArgumentException>(() => Store.DeleteAsync(key, default));
    }

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
