using Kayse.Grains.Companies;
using Kayse.Grains.Members;

namespace Kayse.WebHost.Http.Callers;

/// <summary>Who may call an endpoint.</summary>
/// <param name="Kind">Whether it looks at the session.</param>
/// <param name="Right">
/// What a member of the company in the route needs; null: every member may call it. The company decides each command by
/// its own rules: this is for requests that never become one.
/// </param>
internal sealed record Who(AccessKind Kind, CompanyRight? Right = null)
{
    /// <summary>Anybody; a session makes no difference.</summary>
    public static readonly Who Anyone = new(AccessKind.Anyone);

    /// <summary>Anybody; a live session makes a difference.</summary>
    public static readonly Who AnyoneOrSignedIn = new(AccessKind.AnyoneOrSignedIn);

    /// <summary>Anybody with a live session.</summary>
    public static readonly Who SignedIn = new(AccessKind.SignedIn);

    /// <summary>Services with a configured client id and secret.</summary>
    public static readonly Who Service = new(AccessKind.Service);

    /// <summary>Identity providers with the SCIM token of a company.</summary>
    public static readonly Who IdentityProvider = new(AccessKind.IdentityProvider);

    /// <summary>Admins and above.</summary>
    public static readonly Who Admins = new(AccessKind.SignedIn, new CompanyRight(Role.Admin, []));

    /// <summary>Super Admins.</summary>
    public static readonly Who SuperAdmins = new(AccessKind.SignedIn, new CompanyRight(Role.SuperAdmin, []));

    /// <summary>Members who hold any of the permissions.</summary>
    public static Who Holding(params string[] anyOf) => new(AccessKind.SignedIn, new CompanyRight(Role.User, anyOf));
}
