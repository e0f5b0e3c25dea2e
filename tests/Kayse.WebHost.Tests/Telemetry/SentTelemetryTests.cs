using System.Net;
using Kayse.WebHost.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kayse.WebHost.Tests.Telemetry;

/// <summary>UI-4: what is sent to a collector tells what happens, and nothing about whom.</summary>
public sealed class SentTelemetryTests
{
    private const string Phone = "+12025550147";

    [Fact]
    public async Task A_full_journey_sends_traces_metrics_and_logs_without_secrets_addresses_and_numbers()
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var app = new KayseApp(
            ("Kayse:Telemetry:OtlpEndpoint", collector.Address),
            ("Kayse:Telemetry:OtlpProtocol", "Http"),
            ("Kayse:Telemetry:TraceRatio", "1")
        );

        var (secrets, ids) = await TravelAsync(app);

        app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        app.Services.GetRequiredService<MeterProvider>().ForceFlush();
        app.Services.GetRequiredService<LoggerProvider>().ForceFlush();
        var (traces, metrics, logs) = (collector.Received("traces"), collector.Received("metrics"), collector.Received("logs"));
        traces.ShouldContain("api/v1/email-subscriptions/{token}", Case.Sensitive, "a request by its route");
        traces.ShouldContain("rpc.method", Case.Sensitive, "a call of a grain");
        metrics.ShouldContain("kayse.signin");
        logs.ShouldContain("sign_in.failed");
        foreach (var secret in secrets)
        {
            foreach (var (what, sent) in new[] { ("traces", traces), ("metrics", metrics), ("logs", logs) })
                sent.ShouldNotContain(secret, Case.Insensitive, $"{secret} is in the {what}");
        }

        // Logs name whom by their ids; nothing else does.
        foreach (var id in ids)
        {
            traces.ShouldNotContain(id);
            metrics.ShouldNotContain(id);
        }
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public async Task A_caller_cannot_have_their_requests_traced(string ratio, bool traced)
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var app = new KayseApp(
            ("Kayse:Telemetry:OtlpEndpoint", collector.Address),
            ("Kayse:Telemetry:OtlpProtocol", "Http"),
            ("Kayse:Telemetry:TraceRatio", ratio)
        );

        await app.Client().GetAsync("session", ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        collector.Received("traces").Contains("api/v1/session", StringComparison.Ordinal).ShouldBe(traced);
    }

    private static async Task<(IReadOnlyList<string> Secrets, IReadOnlyList<string> Ids)> TravelAsync(KayseApp app)
    {
        var owner = await app.SignUpAsync("quentin.zebra@firm.example");
        var member = await app.JoinAsync(owner);
        await app.Client(member.Token).PatchAsync("me", new { phoneNumber = Phone });
        var enrolled = await app.EnrolAsync(member);
        var ticket = await app.TicketAsync(member.Email);
        var signedIn = await app.CompleteAsync(ticket, enrolled.App);
        (await app.Client().PostAsync("auth/sign-in", new { email = owner.Email, password = "never the password" })).ShouldBe(
            HttpStatusCode.Unauthorized
        );
        await app.Client().PostAsync("auth/forgot-password", new { email = owner.Email });
        var reset = await app.MailedTokenAsync(owner.Email);
        var key = (await app.Client(owner.Token).PostAsync("me/api-keys", new { name = "Bot", permissions = new[] { "read" } })).At(
            "key"
        );
        await app.Client(key).GetAsync("session");
        await app.Client(owner.Token).GetAsync($"companies/current/members?search={owner.Email}");
        await app.Client().GetAsync($"email-subscriptions/{reset}");
        await app.Browser(owner).GetAsync($"/settings/staff?search={Uri.EscapeDataString(member.Email)}");
        return (
            [
                owner.Email,
                member.Email,
                Phone[2..],
                Person.Password,
                "never the password",
                enrolled.App.Code(),
                .. new[] { owner.Token, member.Token, enrolled.Person.Token, ticket, signedIn.At("session.token"), reset, key }.Select(
                    SecretOf
                ),
            ],
            [owner.UserId, owner.CompanyId, member.UserId]
        );
    }

    // A token begins with an id, which logs may name.
    private static string SecretOf(string token) => token[(token.LastIndexOf('.') + 1)..];
}
