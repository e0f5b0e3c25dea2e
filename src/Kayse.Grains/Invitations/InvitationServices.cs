using Kayse.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Invitations;

/// <summary>Registers the feature.</summary>
internal static class InvitationServices
{
    /// <summary>The lifetime of invitations, and the limits for young companies.</summary>
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddValidatedOptions<InvitationOptions, InvitationOptionsValidator>(InvitationOptions.Section);
        return services;
    }
}
