using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Kayse.Silo.Telemetry;

/// <summary>
/// Leaves spans what is known to tell nothing about a person, a company or a secret. All other tags go: paths, queries
/// and the ids of grains hold tokens and addresses, messages of exceptions may, and libraries add tags of their own.
/// </summary>
internal sealed class KnownTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> _known = FrozenSet.Create(
        StringComparer.Ordinal,
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "url.scheme",
        "network.protocol.version",
        "error.type",
        "exception.type",
        "rpc.system",
        "rpc.service",
        "rpc.method",
        "orleans.grain.type",
        "orleans.storage.provider",
        "orleans.storage.state.name",
        "orleans.storage.state.type"
    );

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !_known.Contains(tag.Key)).ToList())
            data.SetTag(tag.Key, null);
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
    }
}
