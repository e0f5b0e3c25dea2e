using System.Text.Json;
using Kayse.Grains.Members;
using Kayse.WebHost.Console;

namespace Kayse.WebHost.Members.Pages;

/// <summary>Access modes as forms post them and as people read them.</summary>
internal static class AccessWords
{
    /// <summary>The contract's word.</summary>
    public static string Code(AccessMode mode) => JsonNamingPolicy.SnakeCaseLower.ConvertName(mode.ToString());

    /// <summary>What somebody's cases are restricted to.</summary>
    public static string OfCases(AccessMode mode) => mode == AccessMode.All ? "All case types" : "Only assigned scopes";

    /// <summary>What somebody's agents are restricted to.</summary>
    public static string OfAgents(AccessMode mode) => mode == AccessMode.All ? "All agents" : "Only assigned agents";
}
