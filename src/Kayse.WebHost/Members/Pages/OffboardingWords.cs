using Kayse.Grains.Members;
using static System.FormattableString;

namespace Kayse.WebHost.Members.Pages;

/// <summary>What ended with a member's access, in words.</summary>
internal static class OffboardingWords
{
    public static string Of(EndedAccessKind kind, int count) => Invariant($"{count} {NounOf(kind)}{(count == 1 ? "" : "s")}");

    public static string EndOf(EndedAccessKind kind) =>
        kind switch
        {
            EndedAccessKind.Session => "Signed out",
            _ => "Revoked",
        };

    private static string NounOf(EndedAccessKind kind) =>
        kind switch
        {
            EndedAccessKind.Session => "session",
            EndedAccessKind.ApiKey => "API key",
            _ => "pending invitation",
        };
}
