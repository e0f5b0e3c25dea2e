namespace Kayse.Crash.Checks;

/// <summary>
/// How long recovery may take: the reminders that resume interrupted work come within a minute or two of a start.
/// </summary>
internal sealed class Patience(TimeProvider clock)
{
    private static readonly TimeSpan _recovery = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);
    private readonly DateTimeOffset _until = clock.GetUtcNow() + _recovery;

    /// <summary>Looks until nothing is wrong any more; answers what is wrong at the end, or null.</summary>
    public async Task<string?> UntilRightAsync(Func<Task<string?>> look)
    {
        while (true)
        {
            var wrong = await look();
            if (wrong is null || clock.GetUtcNow() >= _until)
                return wrong;
            await Task.Delay(_pause, clock);
        }
    }
}
