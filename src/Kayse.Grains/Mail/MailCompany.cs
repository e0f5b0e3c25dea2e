namespace Kayse.Grains.Mail;

/// <summary>The company that a mail is about, whose logo and color it has.</summary>
[GenerateSerializer, Immutable, Alias("kayse.mail-company")]
internal sealed record MailCompany([property: Id(0)] string Id, [property: Id(1)] string Name);
