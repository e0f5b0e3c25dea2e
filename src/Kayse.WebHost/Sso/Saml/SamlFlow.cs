using Kayse.Grains.Mail;
using Kayse.Grains.Sso;

namespace Kayse.WebHost.Sso.Saml;

/// <summary>Sends people to SAML identity providers.</summary>
internal sealed class SamlFlow(PublicLinks links, IGrainFactory grains, TimeProvider clock) : ISsoProtocolFlow
{
    public SsoProtocol Protocol => SsoProtocol.Saml;

    public async Task<SsoHandOff> BeginAsync(SsoConnection connection, SsoAttempt attempt, CancellationToken ct)
    {
        var settings = connection.Saml!;
        await grains.GetGrain<ISamlUpkeepGrain>(connection.CompanyId).KeepUpAsync();
        var request = new AuthnRequest(
            RequestIdOf(attempt),
            new SamlServiceProvider(connection.Id, links.PublicUrl),
            settings.SignOnUrl,
            ForcesAuthentication: attempt.Purpose == SsoPurpose.StepUp,
            clock.GetUtcNow()
        );
        var kept = attempt with
        {
            Secrets = new Dictionary<string, string>(attempt.Secrets, StringComparer.Ordinal) { [SsoOutcomes.AttemptId] = request.Id },
        };
        var keys = SamlKeys.Read(settings.PrivateKeys);
        try
        {
            var key = keys.Count > 0 ? keys[0] : null;
            return settings.Binding == SamlBinding.Post
                ? new SsoHandOff(new Uri(settings.SignOnUrl), kept) { Fields = request.ToForm(key) }
                : new SsoHandOff(request.ToRedirect(key), kept);
        }
        finally
        {
            foreach (var each in keys)
                each.Dispose();
        }
    }

    /// <summary>Whether a text may be the id of a request of ours.</summary>
    public static bool IsRequestId(string? id) =>
        id is ['_', ..] && id.Length == 44 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // An id of XML can't begin with a digit.
    private static string RequestIdOf(SsoAttempt attempt) => $"_{attempt.Id}";
}
