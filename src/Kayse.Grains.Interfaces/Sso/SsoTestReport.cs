namespace Kayse.Grains.Sso;

/// <summary>What came of a sign-in at the identity provider: each check, and what the provider said.</summary>
/// <param name="Checks">In the order in which they were made; the last may be the first that failed.</param>
/// <param name="Claims">What the provider said of the person, by name, as it is shown to who tests the connection. Empty
/// when it couldn't be read, or not be trusted.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-test-report")]
public sealed record SsoTestReport([property: Id(0)] IReadOnlyList<SsoCheck> Checks, [property: Id(1)] IReadOnlyList<SsoClaim> Claims)
{
    /// <summary>Whether everything is as it should be.</summary>
    public bool Passed => Checks.Count > 0 && Checks.All(check => check.Passed);

    /// <summary>Leaves the claims out, so that no log holds them.</summary>
    public override string ToString() =>
        $"{nameof(SsoTestReport)}: {(Passed ? "passed" : Checks.LastOrDefault(one => !one.Passed)?.Name)}";
}

/// <summary>A check of what an identity provider sent.</summary>
/// <param name="Name">What is checked, in plain English: "Signature".</param>
/// <param name="Passed">Whether it is as it should be.</param>
/// <param name="Detail">What was found, and what was expected; null when there is nothing to say.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-check")]
public sealed record SsoCheck([property: Id(0)] string Name, [property: Id(1)] bool Passed, [property: Id(2)] string? Detail = null)
{
    /// <summary>What to change, and where, when it failed: "Audience URI in Okta"; null when nothing there helps.</summary>
    [Id(3)]
    public string? Fix { get; init; }
}

/// <summary>Something that an identity provider said.</summary>
/// <param name="Name">The claim's or attribute's name.</param>
/// <param name="Value">Its value, several with line breaks between.</param>
[GenerateSerializer, Immutable, Alias("kayse.sso-claim")]
public sealed record SsoClaim([property: Id(0)] string Name, [property: Id(1)] string Value);
