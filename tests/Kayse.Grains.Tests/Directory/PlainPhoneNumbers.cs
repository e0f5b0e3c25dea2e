using Kayse.Grains.Directory;

namespace Kayse.Grains.Tests.Directory;

/// <summary>Takes numbers that begin with + as they are; for rules, which don't mind how numbers are read.</summary>
internal sealed class PlainPhoneNumbers : IPhoneNumberParser
{
    public PhoneNumberResult Parse(string? input, string? country) =>
        string.IsNullOrWhiteSpace(input) ? PhoneNumberResult.Empty
        : input.StartsWith('+') ? PhoneNumberResult.Valid(input, country)
        : PhoneNumberResult.Invalid("no_plus");

    public string? CallingCodeOf(string country) => null;

    public string Format(string number) => number;
}
