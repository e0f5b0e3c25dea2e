using Kayse.Grains.Audit;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Webhooks;

/// <summary>Checks what is typed for a webhook.</summary>
internal sealed class WebhookFields(IWebhookTransport transport)
{
    private readonly FieldErrors _errors = new();

    /// <summary>Where events are sent; an error is noted when they can't be.</summary>
    public string Url(string? typed)
    {
        var text = _errors.Required("url", typed, FieldLimits.WebhookUrl);
        if (text.Length == 0)
            return "";
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Fragment.Length == 0 && transport.Accepts(url))
            return url.AbsoluteUri;
        _errors.Add("url", "Enter an https address on port 443 or 8443 that can be reached from the internet, without a user name or #.");
        return "";
    }

    /// <summary>Which events; an error is noted when there are none, or some that there are not.</summary>
    public IReadOnlyList<string> Types(IReadOnlyList<string> chosen)
    {
        if (chosen.Contains(WebhookTypes.Everything, StringComparer.Ordinal) && chosen.Distinct(StringComparer.Ordinal).Count() == 1)
            return [WebhookTypes.Everything];
        if (chosen.Count == 0)
            _errors.Add("types", "Choose at least one type of event, or * for all.");
        else if (!chosen.All(EventTypes.Contains))
            _errors.Add("types", "Choose types of the event feed, or * alone for all.");
        return [.. EventTypes.All.Where(type => chosen.Contains(type, StringComparer.Ordinal))];
    }

    /// <summary>From where on events are sent; null for from now on.</summary>
    public string? After(string? cursor)
    {
        if (cursor is not null)
            _errors.Try(() => AuditCursor.OfEvent(AuditCursor.ParseEvent(cursor, "from")));
        return cursor;
    }

    /// <summary>Refuses what was noted.</summary>
    public void ThrowIfAny() => _errors.ThrowIfAny();
}
