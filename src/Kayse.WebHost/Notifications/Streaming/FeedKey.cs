namespace Kayse.WebHost.Notifications.Streaming;

/// <summary>A feed: a person's, in one company.</summary>
internal readonly record struct FeedKey(string UserId, string CompanyId);
