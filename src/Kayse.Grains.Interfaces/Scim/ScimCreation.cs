using Kayse.Grains.Errors;

namespace Kayse.Grains.Scim;

/// <summary>A request to add a person, beside others.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="User">The person.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-creation")]
public sealed record ScimCreation([property: Id(0)] ScimCaller Caller, [property: Id(1)] ScimUser User);

/// <summary>What it came to.</summary>
/// <param name="Result">The person; null when it was refused.</param>
/// <param name="Refusal">Why it was refused; null when it wasn't.</param>
[GenerateSerializer, Immutable, Alias("kayse.scim-created")]
public sealed record ScimCreated([property: Id(0)] ScimResult<ScimUserView>? Result, [property: Id(1)] Refusal? Refusal);
