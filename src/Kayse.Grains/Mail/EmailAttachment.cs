namespace Kayse.Grains.Mail;

/// <summary>A text file that comes with an email.</summary>
/// <param name="Name">ASCII, with its ending.</param>
/// <param name="Content">ASCII.</param>
public sealed record EmailAttachment(string Name, ReadOnlyMemory<byte> Content)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
