using System.Text;
using Kayse.Grains.Errors;
using Kayse.Grains.Mail;
using Kayse.Grains.Sso;
using Kayse.Grains.Tokens;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.Problems;
using Kayse.WebHost.Http.RateLimits;
using Kayse.WebHost.Pages;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>What identity providers and browsers that come from them reach, outside the API.</summary>
internal static class SamlEndpoints
{
    public static void MapSaml(this WebApplication app)
    {
        var saml = app.MapGroup("/sso/saml/{connectionId}")
            .ExcludeFromDescription()
            .WithMetadata(new RefusalWriter(PageRefusals.AnswerAsync));
        saml.MapPost("/acs", TakeAsync).Allows(Who.Anyone, limit: RateLimitKind.SsoPerCaller).DisableAntiforgery();
        saml.MapGet("/metadata", DescribeAsync).Allows(Who.Anyone, limit: RateLimitKind.SsoPerCaller);
    }

    private static async Task<IResult> TakeAsync(string connectionId, SamlAcs acs, HttpContext context, CancellationToken ct) =>
        EntityId.IsWellFormed(connectionId) && await SamlPost.ReadAsync(context.Request, ct) is { } post
            ? await acs.TakeAsync(context, connectionId, post, ct)
            : SsoFlow.Lost();

    // There before the connection is: whoever sets one up begins at the identity provider.
    private static async Task<IResult> DescribeAsync(string connectionId, IGrainFactory grains, PublicLinks links)
    {
        if (!EntityId.IsWellFormed(connectionId))
            throw new RefusedException(GeneralErrors.NotFound);
        var connection = await grains.GetGrain<ISsoConnectionGrain>(connectionId).GetAsync();
        var keys = SamlKeys.Read(connection?.Saml?.PrivateKeys);
        try
        {
            var us = new SamlServiceProvider(connectionId, links.PublicUrl);
            return TypedResults.Text(ServiceProviderMetadata.Of(us, keys), "application/samlmetadata+xml", Encoding.UTF8);
        }
        finally
        {
            foreach (var key in keys)
                key.Dispose();
        }
    }
}
