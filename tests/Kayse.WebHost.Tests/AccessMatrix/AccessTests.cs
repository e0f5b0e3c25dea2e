using Kayse.Grains.Tokens;
using Kayse.WebHost.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Kayse.WebHost.Tests.AccessMatrix;

/// <summary>
/// Who may call what: every route times every kind of caller. A feature's rows stand in its own
/// <see cref="IRouteTable"/>.
/// </summary>
public sealed class AccessTests(AccessScene shared) : IClassFixture<AccessScene>
{
    private static readonly Dictionary<string, RouteRow> _rows = typeof(AccessTests)
        .Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IRouteTable)))
        .SelectMany(type => ((IRouteTable)Activator.CreateInstance(type)!).Rows)
        .ToDictionary(row => row.Route, StringComparer.Ordinal);

    public static TheoryData<string> Routes => [.. _rows.Keys];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Each_route_serves_whom_it_should(string route)
    {
        if (!_rows[route].IsAlone)
        {
            await ServesWhomItShouldAsync(shared, _rows[route]);
            return;
        }

        var scene = new AccessScene();
        await scene.InitializeAsync();
        await ServesWhomItShouldAsync(scene, _rows[route]);
        await scene.DisposeAsync();
    }

    /// <summary>Who may not is told that, and nothing of what is wrong with the request.</summary>
    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Each_route_refuses_whom_it_should_before_it_finds_fault_with_the_request(string route)
    {
        var row = _rows[route];
        foreach (
            var caller in shared.Callers.Where(caller =>
                row.ExpectedFor(caller).Status is 401 or 403 or 404 && row.ExpectedFor(caller).Status != row.Served
            )
        )
        {
            var person = await shared.SignInAsync(caller);
            foreach (var (kind, content, headers) in BrokenRequests.For(row.Method))
            {
                var call = new AccessCall(shared, caller, person);
                var answer = await shared
                    .App.Client(person?.Token)
                    .SendRawAsync(new HttpMethod(row.Method), PathOf(row, call, EntityId.New(shared.App.Clock)), content, headers);
                ((int)answer.Status).ShouldBeOneOf([401, 403, 404], $"{row.Route} by {caller} with {kind}: {answer.Text}");
            }
        }
    }

    [Fact]
    public void No_route_is_missing_here()
    {
        var mapped = shared
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .Select(endpoint =>
                $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} {endpoint.RoutePattern.RawText!["/api/v1".Length..].TrimEnd('/')}"
            )
            .ToList();

        mapped.Except(_rows.Keys).ShouldBeEmpty("these are not tested");
        _rows.Keys.Except(mapped).ShouldBeEmpty("these are not mapped");
    }

    private static async Task ServesWhomItShouldAsync(AccessScene scene, RouteRow row)
    {
        foreach (var caller in scene.Callers)
        {
            var answer = await CallAsync(row, new AccessCall(scene, caller, await scene.SignInAsync(caller)));
            var (status, code) = row.ExpectedFor(caller);
            ((int)answer.Status).ShouldBe(status, $"{row.Route} by {caller}: {answer.Text}");
            if (status >= 400 && (status != row.Served || code is not null))
                answer.ShouldRefuse(answer.Status, code ?? caller.CodeOf(status));
        }
    }

    // Where a target is two things, each stands for one pair of braces.
    private static string PathOf(RouteRow row, AccessCall call, string target)
    {
        var ids = new Queue<string>(target.Split('/'));
        var segments = row.Pattern.Replace("{company}", call.Scene.Owner.CompanyId, StringComparison.Ordinal).Split('/');
        return string.Join('/', segments.Select(segment => segment.StartsWith('{') ? Next(ids) : segment))[1..] + row.Query;
    }

    private static string Next(Queue<string> ids) => ids.Count > 1 ? ids.Dequeue() : ids.Peek();

    private static async Task<ApiAnswer> CallAsync(RouteRow row, AccessCall call)
    {
        var target = await row.Target(call);
        var body = await row.Body(call with { Target = target });
        var (client, method, path) = (call.Scene.App.Client(call.Person?.Token), new HttpMethod(row.Method), PathOf(row, call, target));
        return await (body is HttpContent content ? client.SendRawAsync(method, path, content) : client.SendAsync(method, path, body));
    }
}
