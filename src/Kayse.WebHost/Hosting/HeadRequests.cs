using Microsoft.AspNetCore.Http.Features;

namespace Kayse.WebHost.Hosting;

/// <summary>Answers HEAD wherever GET is answered: as GET would be, headers and all, without the body.</summary>
internal static class HeadRequests
{
    public static void UseHeadAsGet(this WebApplication app) =>
        app.Use(next => context => HttpMethods.IsHead(context.Request.Method) ? AnswerAsync(context, next) : next(context));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var nothing = new StreamResponseBodyFeature(Stream.Null, body);
        context.Features.Set<IHttpResponseBodyFeature>(nothing);
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
            await nothing.CompleteAsync();
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Features.Set(body);
        }
    }
}
