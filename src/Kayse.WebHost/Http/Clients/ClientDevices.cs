using Kayse.Grains.Sessions;
using Kayse.WebHost.Http.Clients.UserAgents;

namespace Kayse.WebHost.Http.Clients;

/// <summary>What a request tells of the device that makes it.</summary>
internal static class ClientDevices
{
    public static ClientDevice Of(HttpContext context)
    {
        var headers = context.Request.Headers;
        var agent = context
            .RequestServices.GetRequiredService<UserAgentReader>()
            .Read(
                headers.UserAgent.ToString(),
                headers["Sec-CH-UA-Platform"].ToString(),
                headers["Sec-CH-UA-Mobile"].ToString(),
                headers["Sec-CH-UA"].ToString()
            );
        var places = context.RequestServices.GetRequiredService<IPlaces>();
        return new ClientDevice(agent.Kind, agent.Browser, agent.OperatingSystem, RemoteAddress.Of(context))
        {
            Location = places.Of(context.Connection.RemoteIpAddress),
        };
    }
}
