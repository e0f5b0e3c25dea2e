namespace Orleans.Embedded.Tests.Hosting;

/// <summary>Trait of the few tests that can pass on one runtime only: run Orleans with <c>--filter "Runtime!=Embedded"</c>.</summary>
public static class OnlyOn
{
    public const string Runtime = "Runtime";

    public const string Embedded = "Embedded";
}
