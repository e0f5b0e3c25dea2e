using Kayse.Grains.Errors;
using Kayse.WebHost.Http.Problems;

namespace Kayse.WebHost.Members.Pages;

/// <summary>What became of one of several that something was done to.</summary>
/// <param name="Name">Who or what it was.</param>
/// <param name="Refused">Why nothing was done; null when it was.</param>
public sealed record RowOutcome(string Name, Refusal? Refused)
{
    /// <summary>
    /// Does it to one after the other, each wholly or not at all. What one is refused for doesn't keep it from the next.
    /// </summary>
    public static async Task<IReadOnlyList<RowOutcome>> OfEachAsync<T>(IReadOnlyList<T> items, Func<T, string> nameOf, Func<T, Task> act)
    {
        ArgumentNullException.ThrowIfNull(items);
        var outcomes = new List<RowOutcome>(items.Count);
        foreach (var item in items)
        {
            try
            {
                await act(item);
                outcomes.Add(new RowOutcome(nameOf(item), Refused: null));
            }
            catch (RefusedException refused) when (ProblemTable.Find(refused.Code) is not null)
            {
                outcomes.Add(new RowOutcome(nameOf(item), refused.Refusal));
            }
        }

        return outcomes;
    }
}
