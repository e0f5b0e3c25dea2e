using Kayse.Grains.Companies;
using Kayse.Grains.Members;

namespace Kayse.Grains.Branding;

// Reentrant, so that nobody waits while a file is read.
[GrainType("company-branding"), Orleans.Concurrency.Reentrant]
internal sealed class CompanyBrandingGrain : Grain, ICompanyBrandingGrain
{
    private static readonly CompanyRight _admin = new(Role.Admin, []);

    private IBrandingGrain Branding => GrainFactory.GetGrain<IBrandingGrain>(this.GetPrimaryKeyString());

    private ICompanyGrain Company => GrainFactory.GetGrain<ICompanyGrain>(this.GetPrimaryKeyString());

    public async Task<BrandingView> GetAsync(Actor actor)
    {
        await Company.EnsureRightAsync(actor, CompanyRight.OfMembers);
        return await Branding.GetAsync();
    }

    public Task<BrandingView> GetLookAsync() => Branding.GetAsync();

    public async Task<BrandingView> SetLogoAsync(Actor actor, LogoKind kind, byte[] file)
    {
        var by = await Company.AuthorizeAsync(actor, _admin);
        return await Branding.SetLogoAsync(kind, await LogoFile.ReadAsync(kind, file), by);
    }

    public async Task RemoveLogoAsync(Actor actor, LogoKind kind) =>
        await Branding.RemoveLogoAsync(kind, await Company.AuthorizeAsync(actor, _admin));

    public async Task<BrandingView> SetAccentColorAsync(Actor actor, string? color, long? expectedVersion)
    {
        var by = await Company.AuthorizeAsync(actor, _admin);
        return await Branding.SetAccentColorAsync(AccentColor.Check(color), expectedVersion, by);
    }
}
