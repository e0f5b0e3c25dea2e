using Kayse.Grains.Companies;
using Kayse.Grains.Errors;
using Kayse.WebHost.Hosting;
using Microsoft.Extensions.Options;

namespace Kayse.WebHost.Auth;

/// <summary>Lets sign-ups through as <c>Kayse:SignUp</c> says.</summary>
internal sealed class SignUpGate(IGrainFactory grains, IOptions<WebOptions> options)
{
    private ISignUpGrain First => grains.GetGrain<ISignUpGrain>(ISignUpGrain.Key);

    /// <summary>Refuses early when nobody may sign up (any more), before anything is hashed.</summary>
    public async Task CheckOpenAsync()
    {
        var closed = options.Value.SignUp switch
        {
            SignUpMode.Open => false,
            SignUpMode.FirstRunOnly => await First.IsTakenAsync(),
            _ => true,
        };
        if (closed)
            throw new RefusedException(CompanyErrors.SignUpClosed);
    }

    /// <summary>Creates the company if it may be; where only the first may, of any number at once one is.</summary>
    public async Task<CompanyCreated> PassAsync(string companyId, Func<string, Task<CompanyCreated>> create)
    {
        if (options.Value.SignUp == SignUpMode.Open)
            return await create(companyId);
        if (!await First.ClaimFirstAsync(companyId))
            throw new RefusedException(CompanyErrors.SignUpClosed);
        try
        {
            return await create(companyId);
        }
        catch (RefusedException)
        {
            await First.ReleaseAsync(companyId);
            throw;
        }
    }
}
