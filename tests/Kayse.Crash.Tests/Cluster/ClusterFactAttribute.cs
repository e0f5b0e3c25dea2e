namespace Kayse.Crash.Cluster;

/// <summary>A test that needs a PostgreSQL server in which it may make databases, and the SQL scripts of the Orleans release; skipped where they aren't named.</summary>
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute()
    {
        if (ClusterDatabase.Server is null || ClusterDatabase.Scripts is null)
            Skip = $"Set {ClusterDatabase.ServerVariable} (a connection string) and {ClusterDatabase.ScriptsVariable} (a folder with PostgreSQL-Main.sql, -Clustering, -Persistence and -Reminders).";
    }
}
