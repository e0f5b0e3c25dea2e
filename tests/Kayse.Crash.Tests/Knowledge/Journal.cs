using System.Globalization;
using Kayse.Crash.Http;

namespace Kayse.Crash.Knowledge;

/// <summary>Every command that clients gave, in order, with what came of it.</summary>
internal sealed class Journal
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly List<string> _complaints = [];

    /// <summary>Which start of the host it is, from 1.</summary>
    public int Round { get; set; }

    public Entry Begin(int client, string subject, string command)
    {
        lock (_lock)
        {
            var entry = new Entry(_entries.Count, Round, client, subject, command);
            _entries.Add(entry);
            return entry;
        }
    }

    public void Complain(string subject, string complaint)
    {
        lock (_lock)
            _complaints.Add($"round {Round.ToString(CultureInfo.InvariantCulture)}: {complaint}\n{About(subject)}");
    }

    public void ThrowIfAnyComplaint(string context)
    {
        lock (_lock)
        {
            if (_complaints.Count > 0)
                throw new Xunit.Sdk.XunitException(
                    $"{_complaints.Count} complaints; {context}\n\n{string.Join("\n\n", _complaints.Take(12))}"
                );
        }
    }

    public string Summary()
    {
        lock (_lock)
        {
            return string.Join(
                ", ",
                _entries
                    .GroupBy(entry => entry.Command.Split(' ')[0])
                    .OrderByDescending(group => group.Count())
                    .Select(group =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{group.Count()} {group.Key} ({group.Count(entry => entry.Answer is { IsMissing: true })} unanswered)"
                        )
                    )
            );
        }
    }

    private string About(string subject) =>
        string.Join('\n', _entries.Where(entry => entry.Subject == subject).TakeLast(25).Select(entry => $"    {entry}"));

    internal sealed record Entry(int Number, int Round, int Client, string Subject, string Command)
    {
        /// <summary>Null while it is under way.</summary>
        public Answer? Answer { get; set; }

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"#{Number} round {Round} client {Client} {Subject}: {Command} -> {Answer?.ToString() ?? "under way"}"
            );
    }
}
