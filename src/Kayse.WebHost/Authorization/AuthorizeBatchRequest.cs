using Kayse.Grains.Errors;

namespace Kayse.WebHost.Authorization;

/// <summary>Several permission checks for the same caller.</summary>
internal sealed class AuthorizeBatchRequest
{
    /// <summary>The most that one request may hold.</summary>
    public const int MaxChecks = 100;

    /// <summary>What is asked, up to 100 checks.</summary>
    public required IReadOnlyList<AuthorizeRequest> Checks { get; init; }

    /// <summary>Refuses checks that can't be decided, naming everything that is wrong with each.</summary>
    public void Validate()
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Checks.Count > MaxChecks)
            errors["checks"] = [$"This must have at most {MaxChecks} checks. Send the others in another request."];
        foreach (var (i, check) in Checks.Take(MaxChecks).Index())
        {
            // The JSON may hold null in place of a check.
            if (check is null)
                errors[$"checks[{i}]"] = ["This must be an object."];
            else
                check.AddFaults(errors, $"checks[{i}].");
        }

        if (errors.Count > 0)
            throw new RefusedException(GeneralErrors.Invalid(errors));
    }
}
