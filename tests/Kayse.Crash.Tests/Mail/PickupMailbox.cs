namespace Kayse.Crash.Mail;

/// <summary>Reads the pickup folder, each file again whenever it was replaced.</summary>
internal sealed class PickupMailbox(string directory) : Mailbox
{
    private readonly Dictionary<string, DateTime> _read = new(StringComparer.Ordinal);

    protected override IEnumerable<MailedLink> Arrived()
    {
        var folder = new DirectoryInfo(directory);
        if (!folder.Exists)
            yield break;
        foreach (var file in folder.EnumerateFiles("*.eml").Where(IsNew).OrderBy(file => file.LastWriteTimeUtc))
        {
            _read[file.Name] = file.LastWriteTimeUtc;
            yield return MailedLink.Read(File.ReadAllText(file.FullName));
        }
    }

    private bool IsNew(FileInfo file) => !_read.TryGetValue(file.Name, out var at) || at != file.LastWriteTimeUtc;
}
