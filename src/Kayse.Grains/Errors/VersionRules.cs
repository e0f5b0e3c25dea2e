namespace Kayse.Grains.Errors;

internal static class VersionRules
{
    /// <summary>
    /// Refuses a change that is meant for another version than the one that is there; null is meant for any.
    /// </summary>
    public static void EnsureExpected(long? expected, long actual)
    {
        if (expected is { } version && version != actual)
            throw new RefusedException(GeneralErrors.VersionConflict);
    }
}
