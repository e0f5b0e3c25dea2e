namespace Kayse.Grains.Errors;

/// <summary>How long the texts of commands may be, in characters, and how many items their lists may have.</summary>
public static class FieldLimits
{
    /// <summary>The name of a person.</summary>
    public const int PersonName = 200;

    /// <summary>The name of a company.</summary>
    public const int CompanyName = 200;

    /// <summary>A job title.</summary>
    public const int JobTitle = 200;

    /// <summary>An email address (RFC 5321).</summary>
    public const int EmailAddress = 254;

    /// <summary>The part of an email address before the @ (RFC 5321).</summary>
    public const int EmailLocalPart = 64;

    /// <summary>A phone number as it is typed.</summary>
    public const int PhoneNumber = 250;

    /// <summary>A web address.</summary>
    public const int Website = 500;

    /// <summary>The name of an IANA time zone.</summary>
    public const int TimeZone = 64;

    /// <summary>A line of a postal address.</summary>
    public const int AddressLine = 200;

    /// <summary>Lines of a postal address.</summary>
    public const int AddressLines = 4;

    /// <summary>A city, region or country.</summary>
    public const int Place = 100;

    /// <summary>A postal code.</summary>
    public const int PostalCode = 20;

    /// <summary>The name of a scope.</summary>
    public const int ScopeName = 100;

    /// <summary>Scopes of a company.</summary>
    public const int Scopes = 200;

    /// <summary>A case type.</summary>
    public const int CaseType = 64;

    /// <summary>Case types of one scope.</summary>
    public const int CaseTypesOfScope = 200;

    /// <summary>Case types that a person may have by all of their scopes: they are copied to each session.</summary>
    public const int CaseTypesOfPerson = 1_000;

    /// <summary>Characters of all case types that a person may have.</summary>
    public const int CaseTypeCharactersOfPerson = 16_000;

    /// <summary>The id of an agent.</summary>
    public const int AgentId = 64;

    /// <summary>Agents that are assigned to a person, and agents with exceptions.</summary>
    public const int AgentsOfPerson = 200;

    /// <summary>Characters of a person's agents and exceptions together: a roster keeps 24 members a record.</summary>
    public const int AgentCharactersOfPerson = 8_000;

    /// <summary>Agents, or case types, in the catalogue of a company.</summary>
    public const int CatalogueItems = 2_000;

    /// <summary>The name of an agent or a case type.</summary>
    public const int CatalogueName = 100;

    /// <summary>What sort of thing an agent or a case type is.</summary>
    public const int CatalogueItemKind = 40;

    /// <summary>Times of a day in which a company is open.</summary>
    public const int IntervalsOfDay = 8;

    /// <summary>Days with business hours of their own.</summary>
    public const int ScheduleExceptions = 400;

    /// <summary>The name of a day with business hours of its own.</summary>
    public const int ScheduleExceptionName = 100;

    /// <summary>People who get alerts of a company's spending.</summary>
    public const int AlertRecipients = 20;

    /// <summary>The id of a payment with whoever took it.</summary>
    public const int PaymentId = 100;

    /// <summary>The name of an API key.</summary>
    public const int ApiKeyName = 100;

    /// <summary>API keys of a person.</summary>
    public const int ApiKeys = 50;

    /// <summary>The name of a passkey.</summary>
    public const int PasskeyName = 100;

    /// <summary>Passkeys of a person.</summary>
    public const int Passkeys = 20;

    /// <summary>Email domains that a policy allows.</summary>
    public const int EmailDomains = 100;

    /// <summary>Domains of a company.</summary>
    public const int Domains = 20;

    /// <summary>Webhooks of a company.</summary>
    public const int Webhooks = 20;

    /// <summary>The address of a webhook.</summary>
    public const int WebhookUrl = 2_000;

    /// <summary>A message to support.</summary>
    public const int SupportMessage = 2_000;

    /// <summary>A password.</summary>
    public const int Password = 128;

    /// <summary>What is searched for.</summary>
    public const int Search = 200;

    /// <summary>Items on one page of a list.</summary>
    public const int PageSize = 200;

    /// <summary>The name of an access review.</summary>
    public const int AccessReviewName = 100;

    /// <summary>Why somebody keeps or loses access.</summary>
    public const int ReviewNote = 300;

    /// <summary>Rows of a file of invitations.</summary>
    public const int InvitationRows = 1_000;
}
