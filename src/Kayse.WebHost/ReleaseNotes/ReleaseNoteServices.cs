using Kayse.WebHost.Console.Layout;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>Registers the feature.</summary>
internal static class ReleaseNoteServices
{
    public static IServiceCollection AddReleaseNotes(this IServiceCollection services) =>
        services.AddSingleton<ReleaseNoteLibrary>().AddSingleton<PersonalReleaseNotes>().AddSingleton<IFrameNews, ReleaseFrameNews>();
}
