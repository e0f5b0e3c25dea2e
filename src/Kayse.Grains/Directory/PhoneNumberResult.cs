namespace Kayse.Grains.Directory;

/// <summary>What <see cref="IPhoneNumberParser"/> made of an input. The default value is <see cref="Empty"/>.</summary>
public readonly record struct PhoneNumberResult
{
    private PhoneNumberResult(PhoneNumberKind kind, string? e164, string? country, string? reason)
    {
        Kind = kind;
        E164 = e164;
        Country = country;
        Reason = reason;
    }

    /// <summary>No number was given.</summary>
    public static PhoneNumberResult Empty => default;

    /// <summary>Which of the other properties have a value.</summary>
    public PhoneNumberKind Kind { get; }

    /// <summary>
    /// The number as it is kept and compared: a plus, the calling code, the national number; no extension. Null unless
    /// valid.
    /// </summary>
    public string? E164 { get; }

    /// <summary>
    /// ISO 3166 alpha-2. Null unless valid, and null for numbers of no one country (+800, +870, +979 and the like).
    /// </summary>
    public string? Country { get; }

    /// <summary>One of <see cref="PhoneNumberReasons"/>; null unless invalid.</summary>
    public string? Reason { get; }

    /// <summary>A number in use.</summary>
    public static PhoneNumberResult Valid(string e164, string? country) => new(PhoneNumberKind.Valid, e164, country, null);

    /// <summary>No valid number, because of one of <see cref="PhoneNumberReasons"/>.</summary>
    public static PhoneNumberResult Invalid(string reason) => new(PhoneNumberKind.Invalid, null, null, reason);
}
