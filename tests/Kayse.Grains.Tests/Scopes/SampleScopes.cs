using Kayse.Grains.Scopes;
using Orleans.Storage;

namespace Kayse.Grains.Tests.Scopes;

/// <summary>Scopes of a company, for rules that look at them.</summary>
internal static class SampleScopes
{
    public static ScopeRecord Scope(string id, params IReadOnlyList<string> caseTypes) =>
        new()
        {
            Id = id,
            Name = $"Scope {id}",
            CaseTypes = caseTypes,
        };

    public static ScopeList Of(params IEnumerable<ScopeRecord> scopes)
    {
        var list = new ScopeList(new NoStorage(), GrainId.Create("company", "company"), () => { });
        foreach (var scope in scopes)
            list.PutAsync(scope).IsCompletedSuccessfully.ShouldBeTrue();
        return list;
    }

    private sealed class NoStorage : IGrainStorage
    {
        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            grainState.RecordExists = true;
            return Task.CompletedTask;
        }

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => Task.CompletedTask;
    }
}
