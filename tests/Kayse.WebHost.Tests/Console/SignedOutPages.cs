using Kayse.WebHost.Tests.Api.AccessMatrix;

namespace Kayse.WebHost.Tests.Console;

/// <summary>The ways in and out.</summary>
internal sealed class SignedOutPages : IPageTable
{
    public IEnumerable<PageRow> Rows =>
    [
        new PageRow("/", Audience.Anyone).ButFor(StartOf),
        new PageRow("/sign-in", Audience.Anyone).ButForSignedIn("/"),
        new PageRow("/sign-out", Audience.Anyone),
    ];

    private static string StartOf(CallerCase caller) => caller.Kind switch
    {
        CallerKind.User => caller.Permission == "members.read" ? "/settings/staff" : "/profile",
        > CallerKind.Deactivated and not CallerKind.Restricted => "/settings/staff",
        _ => "/sign-in",
    };
}
