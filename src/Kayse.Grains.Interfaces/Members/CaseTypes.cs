namespace Kayse.Grains.Members;

/// <summary>The kinds of cases that a company works on: free words of its own, of 1 to 64 characters.</summary>
public static class CaseTypes
{
    /// <summary>Case types are the same whatever their case.</summary>
    public static readonly StringComparer Comparer = StringComparer.OrdinalIgnoreCase;
}
