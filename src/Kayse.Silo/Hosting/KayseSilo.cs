using Kayse.Grains;
using Kayse.Grains.ApiKeys;
using Kayse.Grains.Companies;
using Kayse.Grains.Invitations;
using Kayse.Grains.Mail;
using Kayse.Grains.Sessions;
using Kayse.Grains.SignInGuards;
using Kayse.Silo.Keys;
using Kayse.Silo.Locations;
using Kayse.Silo.Mail;
using Kayse.Silo.Options;
using Kayse.Silo.PhoneNumbers;
using Kayse.Silo.Transfer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Kayse.Silo.Hosting;

/// <summary>Puts the grains with all that they need into a host.</summary>
public static class KayseSilo
{
    /// <summary>
    /// Adds options (checked at start), mail, phone numbers, places, keys, and the silo with its storage and reminders,
    /// or the client of a cluster's silos.
    /// </summary>
    public static IHostApplicationBuilder AddKayseSilo(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.KeepOrleansQuiet();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddProductOptions().AddGrainServices().AddMail(builder.Configuration).AddPhoneNumbers().AddLocations();
        var cluster =
            builder.Configuration.GetSection(KayseClusterOptions.Section).Get<KayseClusterOptions>() ?? new KayseClusterOptions();
        var provider = KayseCluster.ProviderOf(cluster, builder.Configuration);
        builder.Services.AddHostedService<StorePreparations>();
        provider.AddKeysAndBlobs(builder.Services, builder.Services.AddKeyRing(builder.Configuration));
        builder.Services.AddSingleton<IStorePreparation, KeyRingCheck>();
        builder.Services.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = cluster.ResponseTimeout);
        builder.Services.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = cluster.CollectionAge);
        if (cluster.Role is ClusterRole.Silo)
            builder.Services.AddTransfer().AddSessionUseFlush();
        builder.UseKayseCluster(cluster, provider);
        if (cluster.Role is ClusterRole.Silo)
            OperatorDashboard.AddTo(builder);
        return builder;
    }

    // Orleans tells its whole configuration at start, and Polly each placement of a grain. An operator's own settings
    // for these categories go before this.
    private static void KeepOrleansQuiet(this IHostApplicationBuilder builder) =>
        builder.Configuration.Sources.Insert(
            0,
            new MemoryConfigurationSource
            {
                InitialData =
                [
                    new("Logging:LogLevel:Orleans", nameof(LogLevel.Warning)),
                    new("Logging:LogLevel:Polly", nameof(LogLevel.Warning)),
                    // At each start it takes the time since the machine started for a delay.
                    new("Logging:LogLevel:Orleans.Runtime.Watchdog", nameof(LogLevel.Error)),
                ],
            }
        );

    private static IServiceCollection AddProductOptions(this IServiceCollection services)
    {
        services.AddOptions<ProductOptions>().BindConfiguration(ProductOptions.Section).ValidateOnStart();
        services.AddOptions<KayseClusterOptions>().BindConfiguration(KayseClusterOptions.Section).ValidateOnStart();
        services.AddOptions<DashboardPortOptions>().BindConfiguration(DashboardPortOptions.Section).ValidateOnStart();
        services
            .AddOptions<InvitationOptions>()
            .BindConfiguration(InvitationOptions.Section)
            .PostConfigure<IOptions<ProductOptions>>(
                (invitations, product) => invitations.IsSignUpOpen = product.Value.SignUp == SignUpMode.Open
            )
            .ValidateOnStart();
        services.AddOptions<SeatOptions>().BindConfiguration(SeatOptions.Section).ValidateOnStart();
        services.AddOptions<MailAllowanceOptions>().BindConfiguration(MailAllowanceOptions.Section).ValidateOnStart();
        services.AddOptions<UserSessionOptions>().BindConfiguration(UserSessionOptions.Section).ValidateOnStart();
        services.AddOptions<ApiKeyOptions>().BindConfiguration(ApiKeyOptions.Section).ValidateOnStart();
        services.AddOptions<SignInGuardOptions>().BindConfiguration(SignInGuardOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SignInGuardOptions>, SignInGuardOptionsValidator>();
        services.AddSingleton<IValidateOptions<ApiKeyOptions>, ApiKeyOptionsValidator>();
        services.AddSingleton<IValidateOptions<ProductOptions>, ProductOptionsValidator>();
        services.AddSingleton<IValidateOptions<KayseClusterOptions>, KayseClusterOptionsValidator>();
        services.AddSingleton<IValidateOptions<DashboardPortOptions>, DashboardPortOptionsValidator>();
        services.AddSingleton<IValidateOptions<InvitationOptions>, InvitationOptionsValidator>();
        services.AddSingleton<IValidateOptions<SeatOptions>, SeatOptionsValidator>();
        services.AddSingleton<IValidateOptions<MailAllowanceOptions>, MailAllowanceOptionsValidator>();
        services.AddSingleton<IValidateOptions<UserSessionOptions>, UserSessionOptionsValidator>();
        services.AddSingleton(provider => new PublicLinks(
            provider.GetRequiredService<IOptions<ProductOptions>>().Value.PublicUrl.TrimEnd('/')
        ));
        return services;
    }
}
