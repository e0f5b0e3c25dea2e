namespace Kayse.WebHost.Sso.Saml;

/// <summary>What an assertion says, as far as Kayse reads it.</summary>
internal sealed record SamlAssertion
{
    public required string Id { get; init; }

    /// <summary>The identity provider, as the assertion names it.</summary>
    public required string Issuer { get; init; }

    /// <summary>As the response names it; null when it doesn't.</summary>
    public required string? ResponseIssuer { get; init; }

    public required string? Destination { get; init; }

    public required bool IsResponseSigned { get; init; }

    public required string NameId { get; init; }

    public required string? NameIdFormat { get; init; }

    public required IReadOnlyList<SubjectConfirmation> Confirmations { get; init; }

    public required AssertionConditions Conditions { get; init; }

    /// <summary>When the person was authenticated; null without a statement about it.</summary>
    public required DateTimeOffset? AuthenticatedAt { get; init; }

    /// <summary>When the identity provider's own session ends; null when it doesn't say.</summary>
    public required DateTimeOffset? SessionEndsAt { get; init; }

    public required IReadOnlyList<SamlAttribute> Attributes { get; init; }
}

/// <summary>An attribute of a person, in the order of its values.</summary>
internal sealed record SamlAttribute(string Name, IReadOnlyList<string> Values);

/// <summary>To whom an assertion may be delivered, and until when.</summary>
internal sealed record SubjectConfirmation(
    string? Recipient,
    DateTimeOffset? NotBefore,
    DateTimeOffset? NotOnOrAfter,
    string? InResponseTo
);

/// <summary>When an assertion is valid, and for whom.</summary>
/// <param name="NotBefore">Null: no limit.</param>
/// <param name="NotOnOrAfter">Null: no limit.</param>
/// <param name="Audiences">Each restriction must name us.</param>
internal sealed record AssertionConditions(
    DateTimeOffset? NotBefore,
    DateTimeOffset? NotOnOrAfter,
    IReadOnlyList<IReadOnlyList<string>> Audiences
);
