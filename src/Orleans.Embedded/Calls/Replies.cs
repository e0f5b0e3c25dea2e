namespace Orleans.Runtime;

/// <summary>Odd answers.</summary>
internal static class Replies
{
    public static Exception Null(string name) => new InvalidOperationException($"{name} returned null instead of a task.");

    public static TimeoutException TooLate(string name, TimeSpan timeout, GrainId grain)
        => new($"{name} of grain {grain} did not answer within {timeout}.");

    public static SiloUnavailableException Stopping() => new("The silo stops and takes no more calls.");
}
