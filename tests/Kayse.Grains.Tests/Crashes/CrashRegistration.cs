using Kayse.Grains.State;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Crashes;

internal static class CrashRegistration
{
    /// <summary>
    /// Puts the point between the grains and their storage and reminders, which therefore don't keep the order of
    /// writes.
    /// </summary>
    public static void CrashAt(this IServiceCollection services, CrashPoint crash)
    {
        var storage = services.Single(service => service.ServiceType == typeof(IGrainStorage) && Equals(service.ServiceKey, "grains"));
        services.Remove(storage);
        services.AddKeyedSingleton<IGrainStorage>(
            "grains",
            (provider, key) => new CrashingStorage((IGrainStorage)storage.KeyedImplementationFactory!(provider, key), crash)
        );
        var reminders = services.Single(service => service.ServiceType == typeof(IReminderTable));
        services.Remove(reminders);
        services.AddSingleton<IReminderTable>(provider => new CrashingReminders(
            (IReminderTable)ActivatorUtilities.CreateInstance(provider, reminders.ImplementationType!),
            crash
        ));
    }
}
