using System.Globalization;
using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Sessions;
using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.Grains.Sessions;
using Kayse.Grains.Tokens;
using Kayse.Grains.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Companies;

/// <summary>A company whose members are signed in, once each.</summary>
internal sealed class LargeCompany(IHost host, ICompanyGrain grain, Actor founder, string[] userIds, string[] tokens)
{
    public IReadOnlyList<string> UserIds => userIds;

    public ICompanyGrain Grain => grain;

    public string Id => grain.GetPrimaryKeyString();

    public Actor Founder => founder;

    public static async Task<LargeCompany> CreateAsync(IHost host, int members)
    {
        var id = EntityId.New(TimeProvider.System);
        var grain = host.Grains().GetGrain<ICompanyGrain>(id);
        var accounts = host.Grains().GetGrain<ICompanyAccountsGrain>(id);
        var created = await grain.CreateAsync(
            new SignUp(
                "Law Offices of Eleanor Fitzgerald LLP",
                "Eleanor Fitzgerald",
                $"founder@{id}.example",
                null,
                null,
                null,
                EntityId.New(TimeProvider.System),
                "none",
                null,
                FirstRunOnly: false
            )
        );
        await host.Grains().GetGrain<IUserEmailGrain>(created.User.Id).EmailProvedAsync(created.User.Email);
        var founder = new Actor(created.User.Id, "bench", IpAddress: null);
        var (userIds, tokens) = (new string[members], new string[members]);
        await Clients.RepeatAsync(
            members,
            atOnce: 16,
            async number =>
            {
                var userId = EntityId.New(TimeProvider.System);
                var email = string.Create(CultureInfo.InvariantCulture, $"person-{number}@{id}.example");
                await accounts.CreateMemberAsync(
                    founder,
                    new CreateMember(userId, SamplePeople.FullName(number), email, new(Role.User), "none")
                );
                var begun = await host.Grains()
                    .GetGrain<ISignInGrain>(userId)
                    .SignInAsync(SamplePeople.SignIn(number) with { CredentialVersion = null });
                (userIds[number], tokens[number]) = (userId, begun.SignedIn!.Session.Token);
            }
        );
        return new LargeCompany(host, grain, founder, userIds, tokens);
    }

    /// <summary>Asks for a member's session as <c>GET /session</c> does, within the process.</summary>
    public ValueTask<SessionCheck> CheckAsync(int number) =>
        SecretToken.TryParse(tokens[number], out var token)
            ? host.Services.GetRequiredService<LiveSessions>().CheckAsync(token, out _)
            : throw new InvalidOperationException("A token has another form.");

    /// <summary>How many of the sessions fulfil something.</summary>
    public async Task<int> CountAsync(Func<SessionCheck, bool> fulfils)
    {
        var count = 0;
        await Clients.RepeatAsync(
            tokens.Length,
            Clients.Usual,
            async number =>
            {
                if (
                    SecretToken.TryParse(tokens[number], out var token)
                    && fulfils(await host.Grains().GetGrain<IUserSessionGrain>(token.Id.ToString()).CheckAsync(token.Hash))
                )
                    Interlocked.Increment(ref count);
            }
        );
        return count;
    }
}
