namespace Kayse.Silo.PhoneNumbers;

/// <summary>How a number of digits compares with those that are possible.</summary>
internal enum LengthVerdict
{
    Possible,
    TooShort,

    /// <summary>Neither short nor long, yet none that is possible.</summary>
    InBetween,
    TooLong,
}
