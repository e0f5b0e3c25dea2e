using Kayse.Bench.Hosting;
using Kayse.Bench.Load;
using Kayse.Bench.Reports;
using Kayse.Grains.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kayse.Bench.Invitations;

/// <summary>
/// Invitations through the companies' grains. When one returns, invitation, expiry and mail are on disk.
/// </summary>
internal static class InvitationBench
{
    private const string Aim = "800/s";

    public static async Task<int> RunAsync(BenchArguments arguments)
    {
        using (
            var host = await BenchSilo.StartAsync(
                arguments with
                {
                    DataDirectory = Path.Combine(arguments.DataDirectory, "no-mail"),
                },
                services => services.AddSingleton<IEmailTransport, InstantTransport>()
            )
        )
        {
            Report(
                "Invitations, 64 companies",
                await InviteAsync(host, arguments, Clients.Usual),
                Aim,
                "a company for each client; a mail server that takes every mail at once"
            );
            Report(
                "Invitations, one company",
                await InviteAsync(host, arguments, 1),
                "",
                "all clients at one grain, which takes one after the other; likewise"
            );
            // Disposed while it runs, it would complain that its membership table is gone.
            await host.StopAsync();
        }

        using var writing = await BenchSilo.StartAsync(arguments);
        var result = await InviteAsync(writing, arguments, Clients.Usual);
        Report(
            "Invitations, 64 companies, mail written to files",
            result,
            "",
            $"mail to the pickup folder on the same disk by 16 outboxes, 4 at a time each; {Row.Count(MailSent(arguments))} mails were out at the end"
        );
        // A host that stops waits for its grains; the mails that are left don't matter here.
        Environment.Exit(0);
        return 0;
    }

    private static async Task<LoadResult> InviteAsync(IHost host, BenchArguments arguments, int count)
    {
        var companies = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => InvitingCompany.CreateAsync(host.Grains())));
        return await Clients.RunAsync(Clients.Usual, arguments.Duration, client => companies[client % count].InviteAsync());
    }

    private static void Report(string what, LoadResult result, string aim, string setting) =>
        Row.Write(what, Row.PerSecond(result.PerSecond), aim, $"durable; 64 clients, {setting}; {result.Times}");

    private static int MailSent(BenchArguments arguments)
    {
        var folder = Path.Combine(arguments.DataDirectory, "mail");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Count() : 0;
    }
}
