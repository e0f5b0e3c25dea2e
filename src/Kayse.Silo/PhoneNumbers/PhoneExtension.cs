namespace Kayse.Silo.PhoneNumbers;

/// <summary>How the part that is dialled after the call is answered is written. The vaguer its mark, the fewer digits it may have.</summary>
internal static class PhoneExtension
{
    /// <summary>To be matched without regard to case; matches an extension with the separators before it.</summary>
    public const string Pattern = $"{Uri}|{Labelled}|{Marked}|{American}|{Dialled}|{AfterCommas}";

    private const string Digit = $"[{PhoneCharacters.DigitClass}]";
    private const string Gap = @"[ \u00A0\t]*";
    private const string GapOrCommas = @"[ \u00A0\t,]*";
    private const string AfterMark = @"[:.\uFF0E]?[ \u00A0\t,\-]*";

    // ext, extn, xt, extension, extensión (precomposed or not), the full-width ext, the Russian доб, the Spanish anexo.
    // The Cyrillic letters list variants that are equal to them but for case, which .NET does not fold.
    private const string Labels =
        @"(?:e?xt(?:ensi(?:o\u0301?|\u00F3))?n?|\uFF45?\uFF58\uFF54\uFF4E?|[\u0434\u1C81][\u043E\u1C82]\u0431|anexo)";

    private const string Marks = @"(?:[x\uFF58#\uFF03~\uFF5E]|int|\uFF49\uFF4E\uFF54)";

    private const string Uri = $";ext={Digit}{{1,20}}";
    private const string Labelled = $"{GapOrCommas}{Labels}{AfterMark}{Digit}{{1,20}}#?";
    private const string Marked = $"{GapOrCommas}{Marks}{AfterMark}{Digit}{{1,9}}#?";
    private const string American = $"[- ]+{Digit}{{1,6}}#";
    private const string Dialled = $"{Gap}(?:,,|;){AfterMark}{Digit}{{1,15}}#?";
    private const string AfterCommas = $"{Gap},+{AfterMark}{Digit}{{1,9}}#?";
}
