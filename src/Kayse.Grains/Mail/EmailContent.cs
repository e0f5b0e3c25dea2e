using Orleans;

namespace Kayse.Grains.Mail;

/// <summary>
/// What a mail says, without whom it goes to. May hold links that sign someone in, so it shows only its subject when it
/// is logged.
/// </summary>
[GenerateSerializer, Immutable, Alias("kayse.email-content")]
public sealed record EmailContent([property: Id(0)] string Subject, [property: Id(1)] string Text, [property: Id(2)] string Html)
{
    public override string ToString() => Subject;
}
