using Kayse.Grains.Blobs;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Branding;

internal sealed class MailBrands(IGrainFactory grains, IBlobStore blobs) : IMailBrands
{
    public async Task<EmailBrand?> FindAsync(MailCompany? company, CancellationToken ct)
    {
        if (company is null)
            return null;
        var branding = await grains.GetGrain<IBrandingGrain>(company.Id).GetAsync();
        if (branding is { Icon: null, AccentColor: null })
            return null;
        var color = branding.AccentColor is { } text ? AccentColor.Find(text) : null;
        var icon = branding.Icon is { } logo ? await ReadAsync(logo.Name, ct) : null;
        return new EmailBrand(company.Name, color?.OnLight.Accent, color?.OnDark.Accent, icon);
    }

    // It may have been replaced a moment ago: then the mail does without.
    private async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken ct)
    {
        await using var stored = await blobs.GetAsync(LogoName.BlobKey(name), ct);
        if (stored is null)
            return null;
        using var content = new MemoryStream();
        await stored.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
