namespace Kayse.WebHost.Tests.AccessMatrix;

internal sealed class BillingRoutes : IRouteTable
{
    private static readonly Audience _readers = Audience.HoldersOf("billing.read");
    private static int _count;

    public IEnumerable<RouteRow> Rows =>
        [
            new RouteRow("GET /companies/{company}/billing-preferences", _readers, 200),
            new RouteRow("PUT /companies/{company}/billing-preferences", Audience.SuperAdmins, 200).Sends(call => new
            {
                primaryContactId = call.Scene.Owner.UserId,
                mode = "invoice",
            }),
            new RouteRow("GET /companies/{company}/wallet", _readers, 200),
            new RouteRow("POST /companies/{company}/wallet/refills", Audience.SuperAdmins, 201).Sends(_ => new
            {
                paymentId = $"pay-{Interlocked.Increment(ref _count)}",
                amount = 100,
            }),
        ];
}
