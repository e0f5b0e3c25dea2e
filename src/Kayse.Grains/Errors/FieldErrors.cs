using Kayse.Grains.Directory;

namespace Kayse.Grains.Errors;

/// <summary>Collects what is wrong with a command's fields, so that a person is told all of it at once.</summary>
internal sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _messages = new(StringComparer.Ordinal);

    private readonly List<Refusal> _refusals = [];

    /// <summary>How many fields are at fault.</summary>
    public int Count => _messages.Count;

    public void Add(string field, string message) =>
        _messages[field] = _messages.TryGetValue(field, out var messages) ? [.. messages, message] : [message];

    /// <summary>
    /// A text as it is kept: trimmed, NFC. Notes an error and answers "" when it is missing or can't be kept.
    /// </summary>
    public string Required(string field, string? text, int maxLength)
    {
        var clean = Optional(field, text, maxLength);
        if (clean is null && !_messages.ContainsKey(field))
            Add(field, "This is required.");
        return clean ?? "";
    }

    /// <summary>As <see cref="Required"/>, but a missing text is null and no error.</summary>
    public string? Optional(string field, string? text, int maxLength)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.Length > maxLength * 4 || !PlainText.TryClean(text, out var clean) || clean.Length > maxLength)
        {
            Add(field, $"This may have up to {maxLength} characters, without line breaks or control characters.");
            return null;
        }

        if (InvisibleText.IsVisible(clean))
            return clean;
        Add(field, "Enter at least one visible character.");
        return null;
    }

    /// <summary>
    /// As <see cref="Required"/>, for the name of a person or a company: it stands in mails, so nothing in it may
    /// become a link.
    /// </summary>
    public string RequiredName(string field, string? text, int maxLength) => WithoutLinks(field, Required(field, text, maxLength)) ?? "";

    /// <summary>As <see cref="RequiredName"/>, but a missing name is null and no error.</summary>
    public string? OptionalName(string field, string? text, int maxLength) => WithoutLinks(field, Optional(field, text, maxLength));

    /// <summary>What a check of a field returns; null when it refuses, which is noted.</summary>
    public T? Try<T>(Func<T?> check)
        where T : class
    {
        try
        {
            return check();
        }
        catch (RefusedException refused) when (refused.Refusal.Fields is not null)
        {
            _refusals.Add(refused.Refusal);
            return null;
        }
    }

    /// <summary>Refuses what was noted: a single refusal of a field as it is, several faults together.</summary>
    public void ThrowIfAny()
    {
        if (_messages.Count == 0 && _refusals is [var only])
            throw new RefusedException(only);
        foreach (var (field, messages) in _refusals.SelectMany(refusal => refusal.Fields!))
        {
            foreach (var message in messages)
                Add(field, message);
        }

        if (_messages.Count > 0)
            throw new RefusedException(GeneralErrors.Invalid(_messages));
    }

    private string? WithoutLinks(string field, string? name)
    {
        if (name is null || Links.FindIn(name) is not { } link)
            return name;
        Add(field, $"A name can't contain a web or email address. Remove \"{link}\", or put a space after its dot.");
        return null;
    }
}
