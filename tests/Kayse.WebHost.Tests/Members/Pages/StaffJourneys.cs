using System.Net;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Members.Pages;

internal static class StaffJourneys
{
    /// <summary>A password that nobody has at first.</summary>
    public const string AnotherPassword = "another horse battery staple";

    /// <summary>Makes somebody a member without a mail, and answers their id.</summary>
    public static async Task<string> CreateMemberAsync(
        this KayseApp app,
        Person owner,
        string fullName,
        string role = "user",
        string? jobTitle = null,
        IReadOnlyList<string>? scopeIds = null,
        string? email = null
    )
    {
        var member = new
        {
            fullName,
            email = email ?? Journeys.NewEmail("member"),
            role,
            password = Person.Password,
            jobTitle,
            scopeIds,
        };
        return (await app.Client(owner.Token).PostAsync("companies/current/members", member))
            .ShouldBe(HttpStatusCode.Created)
            .At("userId");
    }

    public static Task<ApiAnswer> MemberAsync(this KayseApp app, Person owner, string userId) =>
        app.Client(owner.Token).GetAsync($"companies/current/members/{userId}");
}
