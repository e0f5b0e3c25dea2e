using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
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

    public async Task<BrandingView> UpdateAsync(Actor actor, UpdateBranding command)
    {
        var by = await Company.AuthorizeAsync(actor, _admin);
        var color = command.AccentColor is { } change ? new Change<string>(AccentColor.Check(change.Value)) : null;
        return await Branding.UpdateAsync(command with { AccentColor = color }, by);
    }
}
