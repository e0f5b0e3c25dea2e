using Kayse.Grains.AccessReviews;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Appearance;
using Kayse.Grains.Audit;
using Kayse.Grains.Notifications;
using Kayse.Grains.Privacy;
using Kayse.Grains.Push;
using Kayse.Grains.ReleaseNotes;
using Kayse.Grains.Scim;
using Kayse.Grains.Sessions;
using Kayse.Grains.Subscriptions;
using Kayse.Grains.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains;

internal static class PersonalDataExporters
{
    /// <summary>The files of a data export, in their order in the archive; a feature's stand beside its state.</summary>
    public static IServiceCollection AddPersonalDataExporters(this IServiceCollection services) =>
        services
            .AddSingleton<IExportsPersonalData, ProfileExporter>()
            .AddSingleton<IExportsPersonalData, PhotoExporter>()
            .AddSingleton<IExportsPersonalData, MembershipExporter>()
            .AddSingleton<IExportsPersonalData, SessionExporter>()
            .AddSingleton<IExportsPersonalData, SignInHistoryExporter>()
            .AddSingleton<IExportsPersonalData, KnownDeviceExporter>()
            .AddSingleton<IExportsPersonalData, TrustedDeviceExporter>()
            .AddSingleton<IExportsPersonalData, PasskeyExporter>()
            .AddSingleton<IExportsPersonalData, ApiKeyExporter>()
            .AddSingleton<IExportsPersonalData>(AuditExporter.OfOwnActs)
            .AddSingleton<IExportsPersonalData>(AuditExporter.OfActsOnThem)
            .AddSingleton<IExportsPersonalData, AccessReviewExporter>()
            .AddSingleton<IExportsPersonalData, ScimExporter>()
            .AddSingleton<IExportsPersonalData, NotificationExporter>()
            .AddSingleton<IExportsPersonalData, NotificationSettingsExporter>()
            .AddSingleton<IExportsPersonalData, PushDeviceExporter>()
            .AddSingleton<IExportsPersonalData, SubscriptionsExporter>()
            .AddSingleton<IExportsPersonalData, AppearanceExporter>()
            .AddSingleton<IExportsPersonalData, ReleaseReadingsExporter>();
}
