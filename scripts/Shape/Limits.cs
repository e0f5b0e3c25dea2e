namespace Kayse.Shape;

/// <summary>What the house style asks for.</summary>
public static class Limits
{
    /// <summary>Of a line of C# or Razor.</summary>
    public const int Columns = 140;

    /// <summary>Of a type, with all its partial declarations.</summary>
    public const int TypeLines = 250;
}
