using Kayse.Grains.ApiKeys;
using Kayse.Grains.Passwords;
using Kayse.Grains.Sessions;
using Kayse.Grains.TwoFactor;
using Kayse.Grains.Users;

namespace Kayse.Grains.Tests.Hosting;

/// <summary>The grain of a user, by each of its interfaces.</summary>
internal sealed class Person(IGrainFactory grains, string id)
{
    public IUserGrain Profile => grains.GetGrain<IUserGrain>(id);

    public IMembershipsGrain Memberships => grains.GetGrain<IMembershipsGrain>(id);

    public IUserEmailGrain Email => grains.GetGrain<IUserEmailGrain>(id);

    public ISignInGrain SignIns => grains.GetGrain<ISignInGrain>(id);

    public ISessionsGrain Sessions => grains.GetGrain<ISessionsGrain>(id);

    public ICredentialsGrain Credentials => grains.GetGrain<ICredentialsGrain>(id);

    public ITwoFactorGrain TwoFactor => grains.GetGrain<ITwoFactorGrain>(id);

    public IApiKeysGrain ApiKeys => grains.GetGrain<IApiKeysGrain>(id);

    /// <summary>Signs in where no code is asked for.</summary>
    public async Task<SignedIn> SignInAsync(SignIn command) => (await SignIns.SignInAsync(command)).SignedIn.ShouldNotBeNull();
}
