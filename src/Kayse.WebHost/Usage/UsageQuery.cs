using Kayse.WebHost.Http.Lists;
using Kayse.WebHost.Http.OpenApi;

namespace Kayse.WebHost.Usage;

/// <summary>
/// The days that are asked for, up to 400. Texts, so that a bad one is a problem that names the field.
/// </summary>
/// <param name="From">The first day. Without it: the first of the current month.</param>
/// <param name="To">The day after the last. Without it: the first of the month after the first day.</param>
internal sealed record UsageQuery([QueryDate] string? From, [QueryDate] string? To)
{
    public DateOnly? FirstDay => DateQuery.Parse("from", From);

    public DateOnly? End => DateQuery.Parse("to", To);
}
