using System.Text.Json.Serialization;
using Kayse.Grains.Audit;
using Kayse.Grains.Mail;

namespace Kayse.Grains.Privacy;

/// <summary>A person's exports.</summary>
internal sealed record DataExportsState
{
    /// <summary>The latest, oldest first.</summary>
    public IReadOnlyList<DataExport> Exports
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>What has to follow from changes, in the order in which it is to be done.</summary>
    public IReadOnlyList<DataExportStep> Pending
    {
        get;
        init => field = value ?? [];
    } = [];
}

/// <summary>An export, and how far it is built.</summary>
internal sealed record DataExport
{
    public required string Id { get; init; }

    public DateTimeOffset RequestedAt { get; init; }

    /// <summary>The number of the file that is built next.</summary>
    public int Stage { get; init; }

    /// <summary>Where the next part of that file begins; null at its beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many parts are stored.</summary>
    public int Parts { get; init; }

    /// <summary>The files that have been begun.</summary>
    public IReadOnlyList<DataExportFile> Files
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>How often building a part failed in a row.</summary>
    public int Failures { get; init; }

    /// <summary>When the last part was stored; null while it is being built.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Whether it could not be built.</summary>
    public bool Failed { get; init; }

    public int Downloads { get; init; }

    /// <summary>Whether its files are deleted, or are about to be.</summary>
    public bool Removed { get; init; }

    /// <summary>Whether it is still to be built.</summary>
    public bool IsUnfinished => ReadyAt is null && !Failed && !Removed;
}

/// <summary>What has to follow from a change of an export.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(DeleteParts), "delete_parts")]
[JsonDerivedType(typeof(SendExportMail), "send_mail")]
[JsonDerivedType(typeof(AppendExportAudit), "audit")]
internal abstract record DataExportStep;

/// <summary>Deletes the files of an export, and the one that may have been about to be stored.</summary>
internal sealed record DeleteParts(string ExportId, int Parts) : DataExportStep;

/// <summary>Hands a mail over to the outbox.</summary>
internal sealed record SendExportMail(OutgoingMail Mail) : DataExportStep;

/// <summary>Appends a record to a company's audit log.</summary>
internal sealed record AppendExportAudit(AuditRecord Record) : DataExportStep;
