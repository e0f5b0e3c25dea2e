namespace Kayse.Grains.Sessions;

/// <summary>What an entry of the history is found by, in 8 bytes: a million entries are 8 MB.</summary>
internal readonly record struct SignInKey(ulong Bits)
{
    private const int TimeShift = 32;
    private const int PersonShift = 4;
    private const ulong OutcomeMask = 0x7;
    private const ulong ForgottenBit = 0x8;

    public SignInKey(DateTimeOffset at, int person, SignInOutcome outcome, bool forgotten)
        : this(
            ((ulong)at.ToUnixTimeSeconds() << TimeShift)
                | ((ulong)person << PersonShift)
                | (ulong)outcome
                | (forgotten ? ForgottenBit : 0)
        )
    { }

    /// <summary>Exact to the second.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(Second);

    /// <summary>The same as seconds since 1970.</summary>
    public long Second => (long)(Bits >> TimeShift);

    public int Person => (int)((uint)Bits >> PersonShift);

    public SignInOutcome Outcome => (SignInOutcome)(Bits & OutcomeMask);

    public bool IsForgotten => (Bits & ForgottenBit) != 0;
}
