using System.Net;
using Kayse.WebHost.Tests.Sso.Saml;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class SamlRoutes : IRouteTable
{
    private const string Url = "companies/current/sso/saml";
    private const string Saml = "/companies/{company}/sso/saml";

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow($"GET {Saml}", Audience.Admins, 200),
            new RouteRow($"PUT {Saml}", Audience.SuperAdmins, 200).Sends(_ => SamlApp.ByHand()),
            new RouteRow($"DELETE {Saml}", Audience.SuperAdmins, 204).On(SetUpAsync),
            new RouteRow($"POST {Saml}/certificates", Audience.SuperAdmins, 200).On(WithoutCertificatesAsync),
            new RouteRow($"DELETE {Saml}/certificates/{{fingerprint}}", Audience.SuperAdmins, 204).On(CertificateAsync),
        ];

    private static async Task<string> SetUpAsync(AccessCall call)
    {
        (await call.Scene.AsOwner().SendAsync(HttpMethod.Put, Url, SamlApp.ByHand())).ShouldBe(HttpStatusCode.OK);
        return "none";
    }

    private static async Task<string> WithoutCertificatesAsync(AccessCall call)
    {
        await SetUpAsync(call);
        foreach (var fingerprint in await FingerprintsAsync(call))
            (await call.Scene.AsOwner().DeleteAsync($"{Url}/certificates/{fingerprint}")).ShouldBe(HttpStatusCode.NoContent);
        return "none";
    }

    internal static async Task<string> CertificateAsync(AccessCall call)
    {
        await SetUpAsync(call);
        if (await FingerprintsAsync(call) is [var known, ..])
            return known;
        (await call.Scene.AsOwner().PostAsync($"{Url}/certificates")).ShouldBe(HttpStatusCode.OK);
        return (await FingerprintsAsync(call))[0];
    }

    private static async Task<IReadOnlyList<string>> FingerprintsAsync(AccessCall call) =>
        [
            .. (await call.Scene.AsOwner().GetAsync(Url)).Json["serviceProvider"]!["certificates"]!
                .AsArray()
                .Select(certificate => certificate!["fingerprint"]!.GetValue<string>()),
        ];
}
