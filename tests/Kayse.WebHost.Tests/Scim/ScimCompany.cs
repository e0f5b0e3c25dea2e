using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Kayse.Grains.Domains;
using Kayse.Grains.Members;
using Kayse.Grains.Scim;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>A company with a verified domain, and its identity provider.</summary>
public sealed class ScimCompany
{
    private static int _count;
    private readonly KayseApp _app;

    private ScimCompany(KayseApp app, string domain, Person owner) => (_app, Domain, Owner) = (app, domain, owner);

    public string Domain { get; }

    public Person Owner { get; }

    /// <summary>The token of its identity provider.</summary>
    public string Token { get; private set; } = "";

    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    public IScimActivityGrain Activity => Grains.GetGrain<IScimActivityGrain>(Owner.CompanyId);

    public Actor Actor => new(Owner.UserId, Owner.SessionId, IpAddress: null) { IsProved = true };

    public static async Task<ScimCompany> FoundAsync(KayseApp app)
    {
        var domain = $"scim{Interlocked.Increment(ref _count)}.example";
        var company = new ScimCompany(app, domain, await app.SignUpAsync($"ada@{domain}"));
        await company.Grains.GetGrain<IDomainGrain>(domain).ClaimAsync(company.Owner.CompanyId);
        company.Token = await company.CreateTokenAsync();
        return company;
    }

    public async Task<string> CreateTokenAsync()
    {
        var directory = Grains.GetGrain<IScimDirectoryGrain>(Owner.CompanyId);
        return (await directory.CreateTokenAsync(Actor, new CreateScimToken(EntityId.New(_app.Clock), ExpiresAt: null))).Token;
    }

    /// <summary>Sends a request as the identity provider does.</summary>
    public Task<ApiAnswer> SendAsync(string method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        var json = body as string ?? (body is null ? null : JsonSerializer.Serialize(body));
        var content = json is null ? null : new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/scim+json"));
        return _app.Client(Token).SendRawAsync(new HttpMethod(method), $"/scim/v2{path}", content, headers);
    }

    /// <summary>Adds somebody, and answers their id.</summary>
    public async Task<string> AddAsync(string name, bool active = true) => (
            await SendAsync(
                "POST",
                "/Users",
                new
                {
                    userName = $"{name}@{Domain}",
                    externalId = $"ext-{name}",
                    displayName = name,
                    active,
                }
            )
        ).ShouldBe(System.Net.HttpStatusCode.Created).At("id");
}
