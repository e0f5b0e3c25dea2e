using Kayse.Grains.Blobs;
using Kayse.Silo.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Silo.Tests.Blobs;

public sealed class FileBlobStoreTests : BlobStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kayse-blobs-").FullName;
    private readonly IHost _silo;

    public FileBlobStoreTests() => _silo = StoppedSilo.Build(("Kayse:BlobsDirectory", _folder));

    protected override IBlobStore Store => _silo.Services.GetRequiredService<IBlobStore>();

    public void Dispose()
    {
        _silo.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_file_that_was_not_written_to_its_end_is_not_there_and_goes_with_a_delete()
    {
        var partial = Path.Combine(_folder, "photos", "a.png.partial");
        await Store.PutAsync("photos/b.png", new byte[] { 1 }, default);
        await File.WriteAllBytesAsync(partial, [1]);

        (await Store.GetAsync("photos/a.png", default)).ShouldBeNull();
        (await Store.ListAsync(default).ToListAsync()).ShouldBe(["photos/b.png"]);
        await Store.DeleteAsync("photos/a.png", default);

        File.Exists(partial).ShouldBeFalse();
    }
}
