using System.Reflection;
using System.Text.Json.Serialization;
using Kayse.Grains.Privacy;
using Kayse.Grains.State;
using Kayse.Grains.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.Grains.Tests.Privacy;

/// <summary>Whatever is stored of a person is in the export of their data, or it is said why it isn't.</summary>
public sealed class PersonalDataTests
{
    /// <summary>What of a person's state is no data of theirs: secrets, and how the product works.</summary>
    private static readonly HashSet<string> _leftOut =
    [
        "EmailVerification", // A code.
        "WrongEmailCodes",
        "ProfileVersion",
        "ContactVersion",
        "FormerPasswordHashes",
        "PasswordReset", // A link.
        "PendingSecondFactor", // A secret.
        "TwoFactorVersion",
        "FactorResetId",
        "PasskeyUserHandle", // What authenticators know them by.
        "Passkeys", // In passkeys.json.
        "UsedChallenges", // Hashes, for 5 minutes.
        "SignInTickets", // Secrets, for 5 minutes.
        "NoticeLinks", // Links.
        "SessionIds", // In sessions.json.
        "ApiKeys", // In api-keys.json.
        "TrustedDevices", // In trusted-devices.json.
        "Photo", // The file itself.
        "Pending",
    ];

    private static readonly Dictionary<string, string> _exportedAs = new(StringComparer.Ordinal)
    {
        ["Email"] = nameof(UserData.User),
        ["FullName"] = nameof(UserData.User),
        ["PhoneNumber"] = nameof(UserData.User),
        ["TimeZone"] = nameof(UserData.User),
        ["Language"] = nameof(UserData.User),
        ["EmailChange"] = nameof(UserData.User),
        ["PasswordHash"] = nameof(UserData.Security),
        ["CredentialVersion"] = nameof(UserData.Security),
        ["MustChangePassword"] = nameof(UserData.Security),
        ["SecondFactor"] = nameof(UserData.Security),
        ["IdleTimeout"] = nameof(UserData.Security),
        ["LockNoticeAt"] = nameof(UserData.Security),
        ["PasswordExpiresAt"] = nameof(UserData.Security),
        ["SecondFactorUsedAt"] = nameof(UserData.Security),
        ["FactorReset"] = nameof(UserData.Security),
    };

    private static IReadOnlyList<IExportsPersonalData> Exporters =>
        [.. new ServiceCollection().AddGrainServices().Where(IsInstantiable).Select(Instance)];

    public static TheoryData<Type> States =>
        [
            .. typeof(StateJsonContext)
                .GetCustomAttributesData()
                .Where(attribute => attribute.AttributeType == typeof(JsonSerializableAttribute))
                .Select(attribute => (Type)attribute.ConstructorArguments[0].Value!)
                .Where(IsState),
        ];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_type_of_state_is_exported_or_says_why_not(Type state)
    {
        var kept = state.IsGenericType ? state.GetGenericArguments()[0] : state;
        var isExported = Exporters.Any(exporter => exporter.Covers.Contains(state));
        var reason = kept.GetCustomAttribute<NoPersonalDataAttribute>()?.Reason;

        (isExported || reason is { Length: > 10 }).ShouldBeTrue(
            $"{kept.Name} needs an {nameof(IExportsPersonalData)} that covers it, or a {nameof(NoPersonalDataAttribute)}."
        );
        (isExported && reason is not null).ShouldBeFalse($"{kept.Name} is exported and says that it isn't.");
    }

    [Fact]
    public void Every_field_of_a_person_is_exported_or_listed_here()
    {
        var exported = typeof(UserData).GetProperties().Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var field in typeof(UserState).GetProperties().Select(property => property.Name))
            (exported.Contains(_exportedAs.GetValueOrDefault(field, field)) || _leftOut.Contains(field)).ShouldBeTrue(
                $"{field} of a person is new: export it in {nameof(UserData)}, or list it here with the reason."
            );
    }

    [Fact]
    public void Files_have_names_of_their_own() => Exporters.Select(exporter => exporter.FileName).ShouldBeUnique();

    // What is encrypted within another state, or stands for any state.
    private static bool IsState(Type type) =>
        type.Name is not ("ActorDetails" or "TargetDetails" or "StoredEntry" or "NotificationEvent" or "JsonElement");

    private static bool IsInstantiable(ServiceDescriptor service) => service.ServiceType == typeof(IExportsPersonalData);

    private static IExportsPersonalData Instance(ServiceDescriptor service) =>
        (IExportsPersonalData)(service.ImplementationInstance ?? Activator.CreateInstance(service.ImplementationType!, nonPublic: true)!);
}
