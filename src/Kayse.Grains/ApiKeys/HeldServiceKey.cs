namespace Kayse.Grains.ApiKeys;

/// <summary>A service key of a company. A revoked one may still be here until somebody looks.</summary>
internal sealed record HeldServiceKey(string Id, string Name);
