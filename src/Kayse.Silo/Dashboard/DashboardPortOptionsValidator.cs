using Microsoft.Extensions.Options;

namespace Kayse.Silo.Dashboard;

internal sealed class DashboardPortOptionsValidator : IValidateOptions<DashboardPortOptions>
{
    public ValidateOptionsResult Validate(string? name, DashboardPortOptions options) =>
        options.Port is null or (> 0 and <= ushort.MaxValue)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Kayse:Dashboard:Port must be between 1 and 65535.");
}
