using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Kayse.WebHost.Audit;
using Kayse.WebHost.Members;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Kayse.WebHost.Privacy;

/// <summary>
/// The archive of a company's export, written as it is read, so that it takes no more memory however much there is. When
/// that fails the connection is broken off, so that no part passes for the whole.
/// </summary>
internal sealed class CompanyExportContent(CompanyExportSource source, DateTimeOffset at) : IResult
{
    private const string Readme = """
        Members and audit log of a company in Kayse

        members.json     The members, as the API shows them.
        audit-log.jsonl  The audit log, oldest entry first, one a line. "entry" is the entry as the API shows it. "stored"
                         is the entry as it is stored, with names and personal values encrypted, and "hash" the SHA-256
                         of that text in UTF-8. Each stored entry has the hash of the one before ("previous", Base64).
        chain.json       How many entries the log has had, and the hash of the last.

        The first entries may have been deleted at the end of their retention period; a later entry says so.

        To check that no entry was changed, removed or moved: Kayse.WebHost verify-audit FILE

        """;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var name = string.Create(CultureInfo.InvariantCulture, $"kayse-company-{at.UtcDateTime:yyyy-MM-dd}.zip");
        response.ContentType = DataExportContent.ContentType;
        response.Headers[HeaderNames.ContentDisposition] = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            // An archive ends its entries with a few synchronous writes, which the body itself doesn't take.
            await using var body = response.BodyWriter.AsStream(leaveOpen: true);
            await WriteAsync(body, json, httpContext.RequestAborted);
        }
        catch when (response.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }

    private async Task WriteAsync(Stream output, JsonSerializerOptions json, CancellationToken ct)
    {
        await using var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, true, null, ct);
        await using (var readme = await NewEntryAsync(archive, "README.txt", ct))
            await readme.WriteAsync(Encoding.UTF8.GetBytes(Readme), ct);
        await using (var members = await NewEntryAsync(archive, "members.json", ct))
            await WriteMembersAsync(members, json, ct);
        ChainEnd end;
        await using (var log = await NewEntryAsync(archive, "audit-log.jsonl", ct))
            end = await WriteLogAsync(log, json, ct);
        await using (var chain = await NewEntryAsync(archive, "chain.json", ct))
            await JsonSerializer.SerializeAsync(chain, end, json, ct);
    }

    private async Task WriteMembersAsync(Stream output, JsonSerializerOptions json, CancellationToken ct)
    {
        var separator = "[\n"u8.ToArray();
        await foreach (var member in source.ReadMembersAsync().WithCancellation(ct))
        {
            await output.WriteAsync(separator, ct);
            await JsonSerializer.SerializeAsync(output, MemberResponse.Of(member), json, ct);
            separator = ",\n"u8.ToArray();
        }

        await output.WriteAsync("\n]\n"u8.ToArray(), ct);
    }

    private async Task<ChainEnd> WriteLogAsync(Stream output, JsonSerializerOptions json, CancellationToken ct)
    {
        var end = new ChainEnd(source.CompanyId, 0, "");
        await foreach (var entry in source.ReadAuditLogAsync().WithCancellation(ct))
        {
            var line = new LogLine(entry.Entry.Hash, Encoding.UTF8.GetString(entry.Stored), AuditEntryResponse.Of(entry.Entry));
            await JsonSerializer.SerializeAsync(output, line, json, ct);
            await output.WriteAsync("\n"u8.ToArray(), ct);
            end = end with { Entries = entry.Entry.Sequence + 1, Hash = entry.Entry.Hash };
        }

        return end;
    }

    private Task<Stream> NewEntryAsync(ZipArchive archive, string name, CancellationToken ct)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = at;
        return entry.OpenAsync(ct);
    }

    private sealed record LogLine(string Hash, string Stored, AuditEntryResponse Entry);

    private sealed record ChainEnd(string CompanyId, long Entries, string Hash);
}
