using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Kayse.WebHost.Http.OpenApi;

/// <summary>What the document says of the API as a whole.</summary>
internal static class DocumentDetails
{
    /// <summary>The groups of operations, in the order in which a reader wants them.</summary>
    private static readonly (string Name, string Description)[] _tags =
    [
        ("Sign-up and sign-in", "Create a company, verify an email address, sign in and out, reset a password."),
        ("Sessions and permissions", "What other services call: who a token acts as, and what they may do."),
        ("Invitations", "Invite people, and accept or decline an invitation."),
        ("Members", "The people in a company: their roles, permissions and accounts."),
        ("Scopes", "Named groups of case types that members may be limited to."),
        ("Provisioning", "Connecting a company's identity provider by SCIM: tokens, groups and activity."),
        ("Company", "A company's details and security policy, its active sessions and sign-in history."),
        ("Billing", "What a company uses, how it pays, what it spends, and its wallet."),
        ("Email subscriptions", "Which emails somebody gets, by the personal link in an email."),
        ("Release notes", "What is new in the product."),
        ("SMS", "What a text costs before it is sent."),
        ("Audit log", "Who did what in a company, and a feed of the same events for other services."),
        ("Webhooks", "Addresses that the events of a company are sent to, signed and at least once."),
        ("Me", "Your own profile, password, sessions and companies."),
        ("Notifications", "What you are told of, and how."),
        ("Privacy", "A copy of your own data, and the end of your account."),
        ("Two-factor authentication", "Your own second factor, backup codes and trusted devices."),
        ("Passkeys", "Sign in without a password, or with a second factor that can't be phished."),
        ("API keys", "Keys with which programs act as you, or for the company."),
    ];

    public static async Task ApplyAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new OpenApiInfo
        {
            Title = "Kayse accounts",
            Version = ApiDocument.Name,
            Description = """
                Companies, the people who work in them, their invitations and their sessions.

                Bodies are JSON in camelCase, times are RFC 3339 in UTC, and ids are opaque. Unknown members are ignored.
                Errors are `application/problem+json` with a stable `code`.
                Lists take `limit` (1 to 200, 50 by default) and `cursor`. In a `PATCH`, absent
                members stay as they are and `null` clears a value.
                """,
        };
        // Wherever the document is read, the API is beside it.
        document.Servers = [new OpenApiServer { Url = "/", Description = "This server" }];
        document.Tags = new HashSet<OpenApiTag>(_tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }));
        Security.Describe(document);
        JsonValueSchema.Complete(document);
        PlainText.Apply(document);
        await ProblemResponses.AddComponentsAsync(document, context, cancellationToken);
    }
}
