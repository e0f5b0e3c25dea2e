using Kayse.Grains.Mail;
using Microsoft.AspNetCore.Antiforgery;

namespace Kayse.WebHost.Http.Callers;

/// <summary>
/// Tells requests of our own pages from those that another site makes a browser send. Every current browser sends
/// Sec-Fetch-Site over https and to localhost; where it is missing, Origin decides; where both are, the request is no
/// page's.
/// </summary>
internal sealed class SameOrigin(PublicLinks links)
{
    private readonly string _publicOrigin = new Uri(links.PublicUrl).GetLeftPart(UriPartial.Authority);

    /// <summary>Whether the request was made by a page of this origin.</summary>
    public bool Covers(HttpRequest request)
    {
        // A form of the console proves it by its token; our own referrer policy has browsers send no origin with it.
        if (request.HttpContext.Features.Get<IAntiforgeryValidationFeature>()?.IsValid == true)
            return true;
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
            return site.ToString() == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return string.Equals(origin, _publicOrigin, StringComparison.OrdinalIgnoreCase)
            || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
