using Kayse.Crash.Http;
using Kayse.Testing;

namespace Kayse.Crash.Team;

/// <summary>A member's second factor, as the one client that turns it on and off knows it.</summary>
internal sealed class SecondFactor
{
    private OneTimeCodes? _app;
    private Queue<string> _backupCodes = new();

    /// <summary>One, unless turning it on or off got no answer: then before and after.</summary>
    public List<bool> MayBeOn { get; private set; } = [false];

    public bool IsOn => MayBeOn.Single();

    public bool IsInDoubt => MayBeOn.Count > 1;

    public bool RunsOut => _backupCodes.Count < 3;

    public void IsTurnedOn(OneTimeCodes app, Answer enabled)
    {
        _app = app;
        Becomes(true, enabled);
        Has(enabled);
    }

    public void IsTurnedOff(Answer disabled) => Becomes(false, disabled);

    /// <summary>
    /// The backup codes that an answer brings; none when it brings none, as whatever there was before may be void.
    /// </summary>
    public void Has(Answer codes) =>
        _backupCodes = new(
            codes.IsSuccess ? codes.Body.GetProperty("backupCodes").EnumerateArray().Select(code => code.GetString()!) : []
        );

    /// <summary>
    /// A code that has not been used: a backup code, else the app's next one, which comes later than the one that
    /// turned it on.
    /// </summary>
    public string TakeCode() => _backupCodes.TryDequeue(out var code) ? code : _app!.Code(steps: 1);

    public void Settle(bool isOn) => MayBeOn = [isOn];

    private void Becomes(bool isOn, Answer answer) => MayBeOn = answer.IsMissing ? [!isOn, isOn] : [isOn];
}
