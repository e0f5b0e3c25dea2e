namespace Kayse.Grains.Mail;

/// <summary>A file that comes with an email.</summary>
/// <param name="Name">ASCII, with its ending.</param>
/// <param name="MediaType">Such as <c>application/pdf</c>.</param>
/// <param name="Content">The file.</param>
public sealed record EmailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
