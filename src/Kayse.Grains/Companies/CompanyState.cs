namespace Kayse.Grains.Companies;

internal sealed record CompanyState
{
    /// <summary>Empty when there is no such company, or not yet.</summary>
    public string Name { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The sign-up that is making the company; null when none is under way. Survives a crash in its midst.</summary>
    public SignUp? Founding { get; init; }

    /// <summary>The person who signed up; null when there is no such company, or not yet.</summary>
    public string? FounderId { get; init; }
}
