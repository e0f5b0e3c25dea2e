using Kayse.Grains.Errors;

namespace Kayse.Grains.Idempotency;

/// <summary>Refusals of idempotency keys.</summary>
public static class IdempotencyErrors
{
    /// <summary>The key came with another request before.</summary>
    public static readonly Refusal Mismatch = new(
        "idempotency_mismatch",
        "This idempotency key was used with a different request. Use a new key."
    );
}
