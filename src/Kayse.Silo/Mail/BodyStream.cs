namespace Kayse.Silo.Mail;

/// <summary>A body that somebody may object to sending: asked when it is first read, that is, after the server has been told whom the mail is for.</summary>
internal sealed class BodyStream(byte[] content, Action onRead) : MemoryStream(content, writable: false)
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        onRead();
        return base.Read(buffer, offset, count);
    }

    public override int Read(Span<byte> buffer)
    {
        onRead();
        return base.Read(buffer);
    }
}
