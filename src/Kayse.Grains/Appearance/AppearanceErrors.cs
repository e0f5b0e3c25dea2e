using Kayse.Grains.Errors;

namespace Kayse.Grains.Appearance;

/// <summary>Why a choice is refused.</summary>
internal static class AppearanceErrors
{
    public static Refusal NotOffered(AppearanceSettings settings)
    {
        var fields = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Note("theme", Enum.IsDefined(settings.Theme));
        Note("fontScale", AppearanceSettings.FontScales.Contains(settings.FontScale));
        Note("reducedMotion", Enum.IsDefined(settings.ReducedMotion));
        Note("highContrast", Enum.IsDefined(settings.HighContrast));
        return GeneralErrors.Invalid(fields);

        void Note(string field, bool isOffered)
        {
            if (!isOffered)
                fields[field] = ["Choose one of the values that are offered."];
        }
    }
}
