using System.Security.Cryptography;
using System.Text;
using Kayse.Grains.Tokens;
using Microsoft.AspNetCore.DataProtection;

namespace Kayse.Grains.Idempotency;

public sealed class IdempotencyRecordTests
{
    private static readonly TokenHash _request = TokenHash.Of("a request"u8);
    private readonly IDataProtector _protector = new EphemeralDataProtectionProvider().CreateProtector("test");

    [Fact]
    public void Answer_is_the_same_after_encryption()
    {
        var record = IdempotencyRecord.Unprotect(Record("{\"token\":\"secret\"}").Protect(_protector), _protector);
        record.RequestHash.Matches(_request).ShouldBeTrue();
        record.Response.Status.ShouldBe(201);
        record.Response.ContentType.ShouldBe("application/json");
        record.Response.Location.ShouldBe("/api/v1/things/1");
        Encoding.UTF8.GetString(record.Response.Body).ShouldBe("{\"token\":\"secret\"}");
    }

    [Fact]
    public void What_is_stored_shows_neither_answer_nor_request()
    {
        var stored = Encoding.Latin1.GetString(Record("secret").Protect(_protector));
        var hash = new byte[TokenHash.Size];
        _request.CopyTo(hash);
        stored.ShouldNotContain("secret");
        stored.ShouldNotContain(Convert.ToBase64String("secret"u8));
        stored.ShouldNotContain(Convert.ToBase64String(hash));
        stored.ShouldNotContain("application/json");
    }

    [Fact]
    public void Changed_bytes_are_not_read()
    {
        var bytes = Record("secret").Protect(_protector);
        bytes[^1] ^= 1;
        Should.Throw<CryptographicException>(() => IdempotencyRecord.Unprotect(bytes, _protector));
    }

    [Fact]
    public void Largest_answer_fits_into_512_KiB_of_state()
    {
        var stored = Record(new string('x', StoredResponse.MaxBodyLength)).Protect(_protector);
        Convert.ToBase64String(stored).Length.ShouldBeLessThan(512 * 1024);
    }

    private static IdempotencyRecord Record(string body) =>
        new(_request, new StoredResponse(201, "application/json", Encoding.UTF8.GetBytes(body), "/api/v1/things/1"));
}
