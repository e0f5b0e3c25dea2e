using Kayse.Grains.Errors;
using Kayse.Grains.Scim;

namespace Kayse.WebHost.Scim;

/// <summary>
/// Requests to add people that come while others of the same company are under way: they wait for these, and then go
/// together, so that they wait for the disk once.
/// </summary>
internal sealed class ScimCreations(IGrainFactory grains)
{
    private const int Most = 50;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Waiting>> _companies = new(StringComparer.Ordinal);

    public Task<ScimResult<ScimUserView>> CreateAsync(string companyId, ScimCaller caller, ScimUser user)
    {
        var waiting = new Waiting(new ScimCreation(caller, user));
        lock (_gate)
        {
            if (_companies.TryGetValue(companyId, out var others))
            {
                others.Enqueue(waiting);
                return waiting.Task;
            }

            _companies.Add(companyId, new Queue<Waiting>([waiting]));
        }

        _ = RunAsync(companyId);
        return waiting.Task;
    }

    private async Task RunAsync(string companyId)
    {
        while (Take(companyId) is { Count: > 0 } some)
        {
            try
            {
                var created = await grains.GetGrain<IScimUsersGrain>(companyId).CreateUsersAsync([.. some.Select(one => one.Request)]);
                foreach (var (one, result) in some.Zip(created))
                    one.End(result);
            }
            catch (Exception exception)
            {
                foreach (var one in some)
                    one.TrySetException(exception);
            }
        }
    }

    private List<Waiting> Take(string companyId)
    {
        lock (_gate)
        {
            var waiting = _companies[companyId];
            var some = new List<Waiting>();
            while (some.Count < Most && waiting.TryDequeue(out var next))
                some.Add(next);
            if (some.Count == 0)
                _companies.Remove(companyId);
            return some;
        }
    }

    private sealed class Waiting(ScimCreation request)
        : TaskCompletionSource<ScimResult<ScimUserView>>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public ScimCreation Request => request;

        public void End(ScimCreated created)
        {
            if (created.Result is { } result)
                SetResult(result);
            else
                SetException(new RefusedException(created.Refusal!));
        }
    }
}
