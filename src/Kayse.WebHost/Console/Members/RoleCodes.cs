using System.Text.Json;
using Kayse.Grains.Members;

namespace Kayse.WebHost.Console.Members;

internal static class RoleCodes
{
    /// <summary>A role as forms post it: the API's word.</summary>
    public static string Of(Role role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());
}
