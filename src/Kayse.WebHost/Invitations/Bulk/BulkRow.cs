using Kayse.Grains.Invitations;

namespace Kayse.WebHost.Invitations.Bulk;

/// <summary>A row of a file, as what it is taken for, and what became of it.</summary>
/// <param name="Source">As the file has it.</param>
/// <param name="Row">What it asks for.</param>
/// <param name="Outcome">Null while nothing is wrong with it and nothing was done.</param>
internal sealed record BulkRow(FileRow Source, InviteRow Row, InviteRowOutcome? Outcome);
