namespace Kayse.WebHost.Authorization;

/// <summary>The results of several permission checks.</summary>
/// <param name="Results">One for each check, in the order of the request.</param>
internal sealed record AuthorizeBatchResponse(IReadOnlyList<AuthorizeResponse> Results);
