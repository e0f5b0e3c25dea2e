namespace Kayse.WebHost.Console.Design;

/// <summary>A page among others.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Name">What it is called.</param>
public sealed record Tab(string Url, string Name)
{
    /// <summary>How many things there wait for somebody; 0 shows nothing.</summary>
    public int Count { get; init; }

    /// <summary>What is counted, in a word.</summary>
    public string Counted { get; init; } = "";
}
