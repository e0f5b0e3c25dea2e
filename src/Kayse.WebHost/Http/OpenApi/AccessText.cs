using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.Grains.Members;
using Kayse.WebHost.Http.Callers;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Says in an operation's description and security who may call it.</summary>
internal static class AccessText
{
    public static void Apply(OpenApiOperation operation, Access access, IList<object> metadata, OpenApiDocument document)
    {
        operation.Security = access.Caller switch
        {
            AccessKind.SignedIn => Security.Session(document),
            AccessKind.AnyoneOrSignedIn => Security.OptionalSession(document),
            AccessKind.Service => Security.Service(document),
            _ => Security.None(),
        };
        operation.Description = $"{operation.Description}\n\n**Access:** {Sentences(access, metadata)}";
    }

    private static string Sentences(Access access, IList<object> metadata)
    {
        var text = access.Caller switch
        {
            AccessKind.SignedIn => $"a session{KeysText(metadata.OfType<ApiKeyAccess>().LastOrDefault())}.",
            AccessKind.AnyoneOrSignedIn => "public; a session is optional.",
            AccessKind.Service => "a service with a configured client id and secret.",
            _ => "public.",
        };
        if (RightText(metadata.OfType<CompanyRight>().LastOrDefault()) is { } right)
            text += $" Requires {right}.";
        if (metadata.OfType<StepUpNeeded>().Any())
            text +=
                " The session's user must have confirmed their identity with a password or code in the last 15 minutes; "
                + "otherwise the request is refused with `step_up_required`.";
        return text;
    }

    private static string KeysText(ApiKeyAccess? keys) =>
        keys switch
        {
            null => "",
            { Needed: ApiKeyPermissions.None } => $" or any API key{OfPerson(keys)}",
            _ => $" or an API key{OfPerson(keys)} with the `{keys.Needed.ToString().ToLowerInvariant()}` permission",
        };

    private static string OfPerson(ApiKeyAccess keys) => keys.OnlyOfPeople ? " of a person" : "";

    private static string? RightText(CompanyRight? right) =>
        right switch
        {
            { LeastRole: Role.SuperAdmin } => "the Super Admin role",
            { LeastRole: Role.Admin } => "the Admin role or above",
            { AnyOf: [var only] } => $"the permission `{only}`",
            { AnyOf: [_, ..] } => $"one of the permissions {string.Join(", ", right.AnyOf.Select(name => $"`{name}`"))}",
            _ => null,
        };
}
