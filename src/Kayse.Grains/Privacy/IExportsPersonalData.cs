namespace Kayse.Grains.Privacy;

/// <summary>
/// One file of a data export (PR-3). Every feature that keeps personal data has one for each kind of it, beside the
/// state that it reads. Left out are secrets, the names of other people, and what belongs to a company.
/// </summary>
internal interface IExportsPersonalData
{
    /// <summary>The file's name in the archive.</summary>
    string FileName { get; }

    /// <summary>What is in it, as a sentence for the person.</summary>
    string Description { get; }

    /// <summary>The types of state whose personal data is in it.</summary>
    IReadOnlyList<Type> Covers { get; }

    /// <summary>The type of the things that it lists as JSON; null when it isn't JSON.</summary>
    Type? ItemType { get; }

    /// <summary>
    /// The next part, small enough to be held in memory. Reading it again after a crash gives what there is then.
    /// </summary>
    /// <param name="context">Whose data, and by what it is read.</param>
    /// <param name="cursor">Where the last part ended; null for the first.</param>
    Task<ExportedPart> ReadAsync(ExportContext context, string? cursor);
}

/// <summary>A part of a file.</summary>
/// <param name="Content">Its bytes: of JSON the things in it, separated by commas.</param>
/// <param name="Items">How many things are in it; a part without any is not stored.</param>
/// <param name="NextCursor">Where the next part begins; null when this is the last.</param>
internal sealed record ExportedPart(ReadOnlyMemory<byte> Content, int Items, string? NextCursor)
{
    /// <summary>Nothing, and nothing after it.</summary>
    public static readonly ExportedPart None = new(default, 0, null);

    /// <summary>The name of the file where it differs with what is in it, as a picture's does.</summary>
    public string? FileName { get; init; }
}

/// <summary>Whose data is exported, and by what it is read.</summary>
/// <param name="User">The person, as they are at this moment.</param>
/// <param name="Exports">Their exports.</param>
/// <param name="Grains">The grains that keep the data.</param>
/// <param name="Services">What else is needed.</param>
internal sealed record ExportContext(
    Users.UserData User,
    IReadOnlyList<DataExportView> Exports,
    IGrainFactory Grains,
    IServiceProvider Services
)
{
    public string UserId => User.User.Id;

    /// <summary>The grain of the person, by one of its interfaces.</summary>
    public T Of<T>()
        where T : IGrainWithStringKey => Grains.GetGrain<T>(UserId);
}
