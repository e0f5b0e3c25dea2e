using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Kayse.Client;

/// <summary>
/// Policies named <c>kayse:</c> and a permission: the caller is authenticated by Kayse and has it. All other names are
/// the app's own.
/// </summary>
internal sealed class KaysePolicyProvider(IAuthorizationPolicyProvider others, IOptions<KayseSchemes> schemes)
    : IAuthorizationPolicyProvider
{
    public bool AllowsCachingPolicies => others.AllowsCachingPolicies;

    public Task<AuthorizationPolicy> GetDefaultPolicyAsync() => others.GetDefaultPolicyAsync();

    public Task<AuthorizationPolicy?> GetFallbackPolicyAsync() => others.GetFallbackPolicyAsync();

    public Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(KayseDefaults.PolicyPrefix, StringComparison.Ordinal)
        && policyName.Length > KayseDefaults.PolicyPrefix.Length
            ? Task.FromResult<AuthorizationPolicy?>(Requiring(policyName[KayseDefaults.PolicyPrefix.Length..]))
            : others.GetPolicyAsync(policyName);

    // Only what Kayse says counts: another scheme's token may carry a claim of the same name.
    private AuthorizationPolicy Requiring(string permission)
    {
        var names = schemes.Value.Names;
        return new AuthorizationPolicyBuilder([.. names])
            .RequireAssertion(context =>
                context.User.Identities.Any(identity =>
                    identity is { IsAuthenticated: true, AuthenticationType: { } type }
                    && names.Contains(type)
                    && identity.HasClaim(KayseClaimTypes.Permission, permission)
                )
            )
            .Build();
    }
}

/// <summary>The schemes by which Kayse authenticates.</summary>
internal sealed class KayseSchemes
{
    public ISet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal);
}
