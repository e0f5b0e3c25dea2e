namespace Kayse.Silo.Hosting;

/// <summary>What <c>--help</c> says.</summary>
public static class CommandHelp
{
    private static readonly ProductOptions _defaults = new();

    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsIn(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return args.Any(arg => arg is "--help" or "-h" or "-?") || args is ["help", ..];
    }

    /// <summary>The text, for a program of this name.</summary>
    public static string Text(string program) =>
        $"""
            Kayse accounts: companies, members, invitations and sessions.

            Usage:
              {program} [SETTINGS]              Start the service
              {program} export FILE [SETTINGS]  Write all data to a file
              {program} import FILE [SETTINGS]  Read a file into an empty installation
              {program} verify-audit FILE [COUNT HASH]
                                                Check the audit log in a company's export, and that
                                                it contains the entries of an earlier check
              {program} verify-certificate FILE KEYS
                                                Check a deletion certificate with the keys of
                                                GET /api/v1/deletion-certificates/keys
              {program} --help                  Show this help

            Common settings:
              --urls=URL                    Where to listen (default: {_defaults.PublicUrl})
              --Kayse:PublicUrl=URL         The address that links in emails start with
              --Kayse:DataDirectory=FOLDER  Where data is stored (default: {_defaults.DataDirectory})
              --Kayse:SignUp=MODE           Who can create a company: Open, FirstRunOnly or Closed (default: {_defaults.SignUp})
              --Kayse:Mail:Transport=NAME   How mail is sent: Pickup (to a folder) or Smtp

            Settings can also come from appsettings.json or from environment variables such as Kayse__PublicUrl.
            docs/configuration.md lists all of them.
            """;
}
