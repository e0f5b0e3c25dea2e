using System.Net;
using Kayse.Grains.Mail;
using Kayse.Silo.Mail;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Mail;

/// <summary>
/// The mail in the pickup folder, for who tries the product out. Only in development, since it holds links that let
/// people in, and while mail goes to a folder.
/// </summary>
internal sealed class DevelopmentMail(IHostEnvironment environment, IOptions<MailOptions> options, PublicLinks links)
{
    private const int Shown = 50;
    private const int MaxLength = 1024 * 1024;

    /// <summary>
    /// Whether it may be shown to who asks: from this machine alone, should an installation that others reach run in
    /// development.
    /// </summary>
    public bool IsShownTo(HttpContext context) =>
        environment.IsDevelopment()
        && options.Value.Transport == MailTransport.Pickup
        && (context.Connection.RemoteIpAddress is not { } from || IPAddress.IsLoopback(from));

    public string Folder => options.Value.PickupDirectory;

    /// <summary>Where links in mails that may be followed lead.</summary>
    public string PublicUrl => links.PublicUrl;

    /// <summary>The latest, newest first.</summary>
    public async Task<IReadOnlyList<PickedUpMail>> ReadAsync(CancellationToken ct)
    {
        var folder = new DirectoryInfo(Folder);
        var mails = new List<PickedUpMail>();
        if (!folder.Exists)
            return mails;
        foreach (
            var file in folder
                .EnumerateFiles("*.eml")
                .Where(file => file.Length <= MaxLength)
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .Take(Shown)
        )
            mails.Add(await ReadAsync(file, ct));
        return mails;
    }

    private static async Task<PickedUpMail> ReadAsync(FileInfo file, CancellationToken ct)
    {
        await using var content = file.OpenRead();
        return await PickedUpMail.ParseAsync(content, new DateTimeOffset(file.LastWriteTimeUtc), ct);
    }
}
