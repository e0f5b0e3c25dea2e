namespace Kayse.WebHost.Http.OpenApi;

/// <summary>Marks endpoints that heed the If-Match header.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesIfMatchAttribute : Attribute;

/// <summary>Marks endpoints that respond with an ETag.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HasETagAttribute : Attribute;

/// <summary>Marks endpoints that heed the Idempotency-Key header.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesIdempotencyKeyAttribute() : RefusesAttribute("idempotency_mismatch");
