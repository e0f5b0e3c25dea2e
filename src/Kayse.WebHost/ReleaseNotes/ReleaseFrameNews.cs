using Kayse.WebHost.Console.Layout;
using Kayse.WebHost.Http.Callers;

namespace Kayse.WebHost.ReleaseNotes;

/// <summary>What the frame of a page says of release notes.</summary>
internal sealed class ReleaseFrameNews(PersonalReleaseNotes notes) : IFrameNews
{
    public async Task<FrameNews> FindAsync(HttpContext context)
    {
        if (context.Features.Get<Caller>() is not { IsApiKey: false } caller)
            return FrameNews.None;
        var news = await notes.ReadAsync(caller);
        await notes.MailUnlessReadAsync(caller, news);
        var shown = HttpMethods.IsGet(context.Request.Method) && ReleaseNoteRules.MayInterrupt(context.Request.Path) ? news.ToShow : null;
        return new FrameNews(news.Unread, shown?.Title, shown?.Html);
    }
}
