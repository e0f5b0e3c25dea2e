using System.Text.Json;
using Kayse.Grains.Members;
using Kayse.WebHost.Console;

namespace Kayse.WebHost.Members.Pages;

internal static class RoleCodes
{
    /// <summary>A role as forms post it: the API's word.</summary>
    public static string Of(Role role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());
}
