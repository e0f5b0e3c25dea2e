namespace Kayse.WebHost.Domains;

/// <summary>A domain that the company wants to verify.</summary>
internal sealed class AddDomainRequest
{
    /// <summary>Such as <c>jones.example</c>. Letters beyond ASCII may be used.</summary>
    public required string Domain { get; init; }
}
