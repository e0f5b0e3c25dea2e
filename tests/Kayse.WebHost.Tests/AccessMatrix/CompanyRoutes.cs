using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class CompanyRoutes : IRouteTable
{
    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("POST /companies", Audience.Anyone, 201).Sends(_ => new
            {
                companyName = "New Firm",
                fullName = "Ada Vale",
                email = Journeys.NewEmail(),
                password = Person.Password,
            }),
            new RouteRow("GET /companies/{company}", Audience.Members, 200),
            new RouteRow("PATCH /companies/{company}", Audience.Admins, 200).Sends(_ => new { website = "https://firm.example" }),
            new RouteRow("GET /companies/{company}/retention", Audience.Members, 200),
            new RouteRow("PUT /companies/{company}/retention", Audience.Admins, 200).Sends(_ => new { notificationDays = 60 }),
            new RouteRow("GET /companies/{company}/security-policy", Audience.Admins, 200),
            new RouteRow("PUT /companies/{company}/security-policy", Audience.Admins, 200).Sends(_ => new
            {
                twoFactorRequired = false,
                twoFactorGraceDays = 7,
                rememberMeAllowed = true,
                trustedDevicesAllowed = true,
                invitedEmailDomains = Array.Empty<string>(),
            }),
        ];
}
