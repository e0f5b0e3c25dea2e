using System.Text;
using Kayse.Grains.Directory;
using Kayse.Grains.Errors;

namespace Kayse.Grains.Notifications;

/// <summary>Which events there can be.</summary>
internal static class EventRules
{
    /// <summary>The event as it is kept, or why it is refused.</summary>
    public static (NotificationEvent? Clean, string? Problem) Check(NotificationEvent happened)
    {
        var title = Line(happened.Title, EventProblems.MaxTitle);
        string? problem =
            !IsReference(happened.Id, EventProblems.MaxId) ? EventProblems.Id
            : !Enum.IsDefined(happened.Type) ? EventProblems.Type
            : title is null ? EventProblems.Title
            : !TryBody(happened.Body, out var body) ? EventProblems.Body
            : !TryOptional(happened.CaseType, FieldLimits.CaseType, out var caseType) ? EventProblems.CaseType
            : !AreReferences(happened.CaseId, happened.AgentId, happened.AssigneeId) ? EventProblems.Reference
            : !AreMentions(happened.Mentions) ? EventProblems.Mentions
            : !Enum.IsDefined(happened.Priority) ? EventProblems.Priority
            : happened.Sentiment is { } sentiment && !Enum.IsDefined(sentiment) ? EventProblems.Sentiment
            : null;
        if (problem is not null)
            return (null, problem);
        TryBody(happened.Body, out var lines);
        TryOptional(happened.CaseType, FieldLimits.CaseType, out var type);
        return (happened with { Title = title!, Body = lines, CaseType = type }, null);
    }

    private static string? Line(string? text, int maxLength) =>
        text is not null
        && text.Length <= maxLength * 4
        && PlainText.TryClean(text, out var clean)
        && clean.Length <= maxLength
        && InvisibleText.IsVisible(clean)
            ? clean
            : null;

    private static bool TryOptional(string? text, int maxLength, out string? clean)
    {
        clean = string.IsNullOrWhiteSpace(text) ? null : Line(text, maxLength);
        return clean is not null || string.IsNullOrWhiteSpace(text);
    }

    // Lines, each of them as a title may be.
    private static bool TryBody(string? text, out string? clean)
    {
        clean = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (text.Length > EventProblems.MaxBody)
            return false;
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!PlainText.TryClean(line, out var cleanLine))
                return false;
            lines.Add(cleanLine);
        }

        clean = string.Join('\n', lines).Trim('\n');
        return Encoding.UTF8.GetByteCount(clean) <= EventProblems.MaxBody;
    }

    private static bool AreReferences(params IEnumerable<string?> ids) =>
        ids.OfType<string>().All(id => IsReference(id, EventProblems.MaxReference));

    private static bool AreMentions(IReadOnlyList<string> mentions) =>
        mentions.Count <= EventProblems.MaxMentions && mentions.All(id => IsReference(id, EventProblems.MaxReference));

    // Kept as it is, since others compare it: so nothing about it may need cleaning.
    private static bool IsReference(string? id, int maxLength) =>
        id is { Length: > 0 } && id.Length <= maxLength && PlainText.TryClean(id, out var clean) && clean == id;
}
