namespace Kayse.Grains.State;

/// <summary>The steps that a grain's state holds, in the order in which they are to be done.</summary>
internal static class PendingStepList
{
    /// <summary>The list with more steps at its end, each of them once: one that is equal to another is left out.</summary>
    public static IReadOnlyList<TStep> With<TStep>(this IReadOnlyList<TStep> pending, params IEnumerable<TStep> steps)
        where TStep : class => [.. pending.Concat(steps).Distinct()];

    /// <summary>The list without these very steps; one that is merely equal to one of them stays.</summary>
    public static IReadOnlyList<TStep> Without<TStep>(this IReadOnlyList<TStep> pending, IReadOnlyCollection<TStep> steps)
        where TStep : class => [.. pending.Where(step => !steps.Any(other => ReferenceEquals(step, other)))];
}
