using Kayse.Crash.Http;
using Kayse.Testing;

namespace Kayse.Crash.Team;

internal sealed partial class TeamClient
{
    private Task<Answer> ToggleFactorAsync(ApiClient api) => Mate.Factor.IsOn ? TurnOffAsync(api) : TurnOnAsync(api);

    private async Task<Answer> TurnOnAsync(ApiClient api)
    {
        var setup = await SendAsync(api, new Call(HttpMethod.Post, "me/two-factor/setup", Mate.Token), "set a second factor up");
        if (!setup.IsSuccess)
            return setup;
        var app = new OneTimeCodes(setup.Text("secret"), TimeProvider.System);
        var enabled = await SendAsync(
            api,
            new Call(HttpMethod.Post, "me/two-factor/enable", Mate.Token, new { code = app.Code() }),
            "turn a second factor on"
        );
        if (enabled.IsMissing || enabled.IsSuccess)
            Mate.Factor.IsTurnedOn(app, enabled);
        if (enabled.IsSuccess)
            Mate.Token = enabled.Text("session.token");
        return enabled;
    }

    private async Task<Answer> TurnOffAsync(ApiClient api)
    {
        var body = new { password = Mate.Passwords[0], code = Mate.Factor.TakeCode() };
        var disabled = await SendAsync(
            api,
            new Call(HttpMethod.Post, "me/two-factor/disable", Mate.Token, body),
            "turn a second factor off"
        );
        if (disabled.IsMissing || disabled.IsSuccess)
            Mate.Factor.IsTurnedOff(disabled);
        if (disabled.IsSuccess)
            Mate.Token = disabled.Text("session.token");
        return disabled;
    }

    private async Task RenewCodesAsync(ApiClient api)
    {
        if (Mate.Token is not null && Mate.Factor is { IsInDoubt: false, IsOn: true, RunsOut: true })
            Mate.Factor.Has(
                await SendAsync(api, new Call(HttpMethod.Post, "me/two-factor/backup-codes", Mate.Token), "make new backup codes")
            );
    }
}
