namespace Kayse.Grains.Mail;

/// <summary>
/// A PNG picture that the HTML part shows and that comes with the mail, so that nothing has to be loaded from anywhere.
/// </summary>
/// <param name="ContentId">What the HTML part names it by, without angle brackets.</param>
/// <param name="Content">The file.</param>
public sealed record EmailImage(string ContentId, ReadOnlyMemory<byte> Content)
{
    /// <inheritdoc/>
    public override string ToString() => ContentId;
}
