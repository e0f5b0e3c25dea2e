using Microsoft.Playwright;

namespace Kayse.Browser.Tests.Testing;

/// <summary>An authenticator of Chromium's that no hand has to touch, by its debugging protocol.</summary>
public sealed class VirtualAuthenticator
{
    private readonly ICDPSession _session;
    private readonly string _id;

    private VirtualAuthenticator(ICDPSession session, string id)
    {
        _session = session;
        _id = id;
    }

    /// <param name="page">Where it is used.</param>
    /// <param name="isPlatform">Whether it is the device itself, which keeps passkeys and checks who uses them; else a
    /// security key that does neither.</param>
    public static async Task<VirtualAuthenticator> AddAsync(IPage page, bool isPlatform = true)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = isPlatform ? "internal" : "usb",
                    ["hasResidentKey"] = isPlatform,
                    ["hasUserVerification"] = isPlatform,
                    ["isUserVerified"] = isPlatform,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return new VirtualAuthenticator(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the person is recognised from now on.</summary>
    public Task RecognisesAsync(bool recognises) =>
        _session.SendAsync(
            "WebAuthn.setUserVerified",
            new Dictionary<string, object> { ["authenticatorId"] = _id, ["isUserVerified"] = recognises }
        );

    /// <summary>How many passkeys it holds.</summary>
    public async Task<int> CountAsync()
    {
        var held = await _session.SendAsync("WebAuthn.getCredentials", new Dictionary<string, object> { ["authenticatorId"] = _id });
        return held!.Value.GetProperty("credentials").GetArrayLength();
    }
}
