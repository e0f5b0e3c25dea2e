namespace Kayse.Silo.Dashboard;

/// <summary>Orleans' dashboard for operators; section <c>Kayse:Dashboard</c>.</summary>
public sealed class DashboardPortOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Dashboard";

    /// <summary>Where it listens, on the loopback address alone; null for no dashboard.</summary>
    public int? Port { get; set; }
}
