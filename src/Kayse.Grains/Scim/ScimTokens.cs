using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Kayse.Grains.Scim;

/// <summary>The words, texts and brackets of a filter or a path, one after the other.</summary>
internal sealed class ScimTokens(string text)
{
    private int _at;

    /// <summary>Whether there is nothing left but spaces.</summary>
    public bool IsAtEnd
    {
        get
        {
            SkipSpaces();
            return _at == text.Length;
        }
    }

    /// <summary>Where the next token begins, counted from 1: for messages.</summary>
    public int Place => _at + 1;

    /// <summary>Takes a bracket, or another character that stands alone.</summary>
    public bool TryTake(char expected)
    {
        SkipSpaces();
        return TryTakeNext(expected);
    }

    /// <summary>The same, directly after the token before.</summary>
    public bool TryTakeNext(char expected)
    {
        if (_at == text.Length || text[_at] != expected)
            return false;
        _at++;
        return true;
    }

    /// <summary>Takes a word of a filter's own, in any case.</summary>
    public bool TryTakeWord(string expected)
    {
        var start = _at;
        if (TryTakeName(out var word) && word.Equals(expected, StringComparison.OrdinalIgnoreCase))
            return true;
        _at = start;
        return false;
    }

    /// <summary>Takes a name, an operator, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
    public bool TryTakeName([NotNullWhen(true)] out string? name)
    {
        SkipSpaces();
        var start = _at;
        while (_at < text.Length && IsOfName(text[_at]))
            _at++;
        name = _at > start ? text[start.._at] : null;
        return name is not null;
    }

    /// <summary>Takes a text in quotation marks, with the escapes of JSON.</summary>
    public bool TryTakeText([NotNullWhen(true)] out string? value)
    {
        value = null;
        SkipSpaces();
        if (_at == text.Length || text[_at] != '"')
            return false;
        var end = _at + 1;
        while (end < text.Length && text[end] != '"')
            end += text[end] == '\\' ? 2 : 1;
        if (end >= text.Length)
            return false;
        try
        {
            value = JsonSerializer.Deserialize<string>(text.AsSpan(_at, end + 1 - _at));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }

        _at = end + 1;
        return value is not null;
    }

    // The colons and full stops of a URN, and the signs of a number, are parts of it.
    private static bool IsOfName(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '$' or ':' or '.' or '+';

    private void SkipSpaces()
    {
        while (_at < text.Length && text[_at] == ' ')
            _at++;
    }
}
