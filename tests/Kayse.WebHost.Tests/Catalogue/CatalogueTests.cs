using System.Net;
using System.Text.Json.Nodes;
using Kayse.WebHost.Tests.Testing;

namespace Kayse.WebHost.Tests.Catalogue;

/// <summary>Names of agents and case types (CO-11).</summary>
public sealed class CatalogueTests(SharedApp shared) : AppTests(shared)
{
    private const string Agents = "companies/current/catalogue/agents";
    private const string CaseTypes = "companies/current/catalogue/case-types";
    private Person _owner = null!;
    private ApiClient _admin = null!;

    public override async Task InitializeAsync()
    {
        _owner = await App.SignUpAsync();
        _admin = App.Client(_owner.Token);
    }

    [Fact]
    public async Task A_list_is_replaced_as_a_whole_and_read_by_every_member()
    {
        (await _admin.GetAsync(Agents)).ShouldBe(HttpStatusCode.OK).Json["items"]!.AsArray().ShouldBeEmpty();

        var put = (await PutAsync(Agents, Item("b", "Beta"), Item("a", "Alpha", "voice", archived: true))).ShouldBe(HttpStatusCode.OK);

        put.Json["items"]!
            .ToJsonString()
            .ShouldBe(
                """[{"id":"a","name":"Alpha","kind":"voice","archived":true},{"id":"b","name":"Beta","kind":null,"archived":false}]"""
            );
        var read = await App.Client((await App.JoinAsync(_owner)).Token).GetAsync(Agents);
        read.ShouldBe(HttpStatusCode.OK).Text.ShouldBe(put.Text);
        read.Header("ETag").ShouldBe(put.Header("ETag").ShouldNotBeNull());
        (await _admin.GetAsync(CaseTypes)).Json["items"]!.AsArray().ShouldBeEmpty("it is another list");
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing_and_is_not_recorded()
    {
        var first = await PutAsync(CaseTypes, Item("Dog bite", "Dog bites"), Item("Will", "Wills"));
        var second = await PutAsync(CaseTypes, Item("Will", "Wills"), Item("Dog bite", "Dog bites"));

        second.ShouldBe(HttpStatusCode.OK).Header("ETag").ShouldBe(first.Header("ETag"));
        var log = await _admin.GetAsync("companies/current/audit-log?action=catalogue.updated");
        var entry = log.ShouldBe(HttpStatusCode.OK).Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        entry["target"]!.ToJsonString().ShouldBe("""{"kind":"catalogue","id":"case-types","name":"Case types"}""");
        entry["after"]!["added"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_somebody_else_has_replaced_is_a_conflict()
    {
        var tag = (await PutAsync(Agents, Item("a", "Alpha"))).Header("ETag")!;
        await PutAsync(Agents, Item("a", "Other"));

        (await _admin.SendAsync(HttpMethod.Put, Agents, Body(Item("a", "Mine")), ("If-Match", tag))).ShouldRefuse(
            HttpStatusCode.PreconditionFailed,
            "version_conflict"
        );
    }

    [Fact]
    public async Task All_faults_are_told_at_once_with_their_index()
    {
        var missing = (
            await _admin.SendAsync(HttpMethod.Put, Agents, new { items = new object[] { new { id = "a" }, new { } } })
        ).ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed");
        missing.Json["errors"]!.AsObject().Select(error => error.Key).ShouldBe(["items[0].name", "items[1].id", "items[1].name"]);

        var wrong = await PutAsync(Agents, Item("a", "Fine"), Item("a", new string('n', 101)));
        wrong.ShouldRefuse(HttpStatusCode.BadRequest, "validation_failed").Json["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe(["items[1].name", "items[1].id"]);
        (await _admin.GetAsync(Agents)).Json["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_thousand_names_are_pushed_by_a_key_that_may_write_and_no_more()
    {
        var key = (
            await _admin.PostAsync("me/api-keys", new { name = "Agents service", permissions = new[] { "read", "write" } })
        ).ShouldBe(HttpStatusCode.Created);
        var service = App.Client(key.At("key"));
        var items = Enumerable.Range(0, 2_000).Select(i => Item($"agent-{i:d4}", $"Agent number {i:d4}", "chatbot")).ToArray();

        (await service.SendAsync(HttpMethod.Put, Agents, Body(items))).ShouldBe(HttpStatusCode.OK);

        (await service.GetAsync(Agents)).Json["items"]!.AsArray().Count.ShouldBe(2_000);
        (await service.SendAsync(HttpMethod.Put, Agents, Body([.. items, Item("one-more", "One more")]))).ShouldRefuse(
            HttpStatusCode.BadRequest,
            "validation_failed"
        );
    }

    private Task<ApiAnswer> PutAsync(string list, params JsonObject[] items) => _admin.SendAsync(HttpMethod.Put, list, Body(items));

    private static object Body(params JsonObject[] items) => new { items };

    private static JsonObject Item(string id, string name, string? kind = null, bool archived = false) =>
        new()
        {
            ["id"] = id,
            ["name"] = name,
            ["kind"] = kind,
            ["archived"] = archived,
        };
}
