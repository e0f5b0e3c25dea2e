using System.Net;
using Kayse.Grains.Lists;
using Kayse.Grains.Scim;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Scim;

/// <summary>What admins can see of the requests of their identity provider.</summary>
[Collection(ScimCollection.Name)]
public sealed class ScimActivityNotesTests(SharedApp shared)
{
    [Fact]
    public async Task Requests_are_noted_with_what_became_of_them_and_without_what_they_say_of_people()
    {
        var company = await ScimCompany.FoundAsync(shared.App);
        var ben = await company.AddAsync("ben");
        await company.SendAsync(
            "GET",
            $"/Users?filter=userName%20eq%20%22ben.secret%40{company.Domain}%22%20and%20emails%5Btype%20eq%20%22work%22%5D"
        );
        var patch = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
              {"op":"Replace","path":"emails[type eq \"work\"].value","value":"secret@home.example"},
              {"op":"Replace","path":"emails[value eq \"secret@home.example\"].primary","value":"True"},
              {"op":"Replace","value":{"nickName":"secret","name.familyName":"secret","addresses[value eq \"secret\"].x":"secret"}}]}
            """;
        (await company.SendAsync("PATCH", $"/Users/{ben}", patch)).ShouldBe(HttpStatusCode.OK);
        (
            await company.SendAsync("PATCH", $"/Users/{ben}", """{"Operations":[{"op":"Replace","path":"password","value":"secret"}]}""")
        ).ShouldBe(HttpStatusCode.OK);
        (await company.SendAsync("POST", "/Users", """{"userName":"secret@elsewhere.example","password":"secret"}""")).ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await company.SendAsync("DELETE", "/Users/06h22468v618exce1d7fqma4")).ShouldBe(HttpStatusCode.NotFound);

        var noted = (
            await company.Activity.ListActivityAsync(company.Actor, onlyProblems: false, new PageRequest(50, Cursor: null))
        ).Items;

        noted
            .Select(request => $"{request.Method} {request.Status} {request.Changed}")
            .ShouldBe(["POST 201 True", "GET 200 ", "PATCH 200 True", "PATCH 200 False", "POST 403 ", "DELETE 404 "], ignoreOrder: true);
        var texts = string.Join('\n', noted.SelectMany(request => request.Notes.Append(request.Path).Append(request.Body ?? "")));
        texts.Replace("@", "", StringComparison.Ordinal).ShouldNotContain("secret", Case.Insensitive);
        var list = noted.Single(request => request.Method == "GET");
        list.Path.ShouldBe($"/Users?filter=userName eq \"…@{company.Domain}\" and emails[type eq \"work\"]");
        var change = noted.Single(request => request is { Method: "PATCH", Changed: true });
        change.ResourceId.ShouldBe(ben);
        change
            .Body.ShouldNotBeNull()
            .ShouldContain("""{"op":"Replace","path":"emails[type eq \"work\"].value","value":"…@home.example"}""");
        var nothing = noted.Single(request => request.Changed == false);
        string.Join(' ', nothing.Notes).ShouldContain("password");
        noted.Single(request => request.Status == 403).Notes.ShouldHaveSingleItem().ShouldContain("domain");
    }
}
