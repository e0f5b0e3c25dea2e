namespace Kayse.Grains.State;

/// <summary>
/// That a type of state has nothing for a data export: no personal data, or none that is the person's to have.
/// </summary>
/// <param name="reason">Why.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class NoPersonalDataAttribute(string reason) : Attribute
{
    public string Reason => reason;
}
