namespace Kayse.Crash.Knowledge;

/// <summary>Where an invitation stands, as its list says; <see cref="Absent"/> when it isn't there.</summary>
internal enum Standing
{
    Absent,
    Pending,
    Accepted,
    Declined,
    Revoked,
    Expired,
}
