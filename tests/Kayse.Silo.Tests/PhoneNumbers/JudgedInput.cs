using Kayse.Grains.Directory;

namespace Kayse.Silo.Tests.PhoneNumbers;

/// <summary>A line that generate.mjs prints.</summary>
internal sealed record JudgedInput(string Input, string? Country, string Kind, string? E164, string? PhoneCountry, string? Reason)
{
    public bool Agrees(PhoneNumberResult result) =>
        result.Kind == Enum.Parse<PhoneNumberKind>(Kind, ignoreCase: true)
        && result.E164 == E164
        && result.Country == PhoneCountry
        && result.Reason == Reason;
}
