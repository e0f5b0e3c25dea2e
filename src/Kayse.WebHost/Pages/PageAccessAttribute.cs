using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Callers;
using Kayse.WebHost.Http.RateLimits;

namespace Kayse.WebHost.Pages;

/// <summary>Who may open a page; without it, who is signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PageAccessAttribute(AccessKind caller) : Attribute
{
    public AccessKind Caller { get; } = caller;

    /// <summary>Whether the page is part of the way out of every <see cref="SessionRestriction"/>.</summary>
    public bool ServesRestricted { get; init; }

    /// <summary>The one restriction out of which the page is a way, when it isn't of all; None for none.</summary>
    public SessionRestriction WayOutOf { get; init; }
}

/// <summary>
/// How often the forms of a page may be sent: per person where the page is for who is signed in, else per network.
/// Opening it is free.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PostLimitAttribute(RateLimitKind limit) : Attribute
{
    public RateLimitKind Limit { get; } = limit;
}

/// <summary>That a page is about the account as a whole: see <see cref="AccountWide"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OfAccountAttribute : Attribute
{
    /// <summary>Whether that matters only for people who belong to another company, too.</summary>
    public bool OnlyElsewhere { get; init; }
}

/// <summary>
/// That a page does something for which who it is must have been proved lately (SE-6); who hasn't is asked to first.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsStepUpAttribute : Attribute;
