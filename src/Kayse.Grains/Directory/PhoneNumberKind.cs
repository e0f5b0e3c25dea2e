namespace Kayse.Grains.Directory;

/// <summary>The three things that an input can be.</summary>
public enum PhoneNumberKind
{
    /// <summary>
    /// No number was given: nothing, blanks, a plus sign, or a calling code without a number (<c>+44</c>).
    /// </summary>
    Empty,

    /// <summary>A number in use in its country's numbering plan.</summary>
    Valid,

    /// <summary>Something was given, and it is no such number.</summary>
    Invalid,
}
