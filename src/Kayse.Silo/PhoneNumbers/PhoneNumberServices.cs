using Kayse.Grains.Directory;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Silo.PhoneNumbers;

/// <summary>Registers the reading of phone numbers.</summary>
public static class PhoneNumberServices
{
    /// <summary>Adds the one <see cref="IPhoneNumberParser"/>; it loads its metadata when first used.</summary>
    public static IServiceCollection AddPhoneNumbers(this IServiceCollection services) =>
        services.AddSingleton<IPhoneNumberParser, PhoneNumberParser>();
}
