namespace Kayse.Grains.Errors;

/// <summary>
/// The one way in which a rule says no. Nothing has changed when it is thrown. Faults (storage down, a bug) are other
/// exceptions.
/// </summary>
[GenerateSerializer, Alias("kayse.refused")]
public sealed class RefusedException : Exception
{
    /// <summary>A refusal for <paramref name="refusal"/>.</summary>
    public RefusedException(Refusal refusal)
        : base(refusal.Message)
    {
        Refusal = refusal;
    }

    /// <summary>What is refused and why.</summary>
    [Id(0)]
    public Refusal Refusal { get; private set; }

    /// <summary>As <see cref="Refusal.Code"/>.</summary>
    public string Code => Refusal.Code;
}
