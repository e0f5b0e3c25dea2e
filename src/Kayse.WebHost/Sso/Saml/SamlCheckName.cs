namespace Kayse.WebHost.Sso.Saml;

/// <summary>The checks that a response passes, in their order. The first that fails refuses it.</summary>
internal enum SamlCheckName
{
    /// <summary>At most 256 KiB of well-formed XML without a document type, comments or deep nesting.</summary>
    Xml,

    /// <summary>One response with one assertion, and signatures only where they belong.</summary>
    Structure,

    /// <summary>The identity provider says that the sign-in succeeded.</summary>
    Status,

    /// <summary>Signed with algorithms that are safe today.</summary>
    Algorithms,

    /// <summary>Signed by a certificate of this connection, and over the very assertion that is used.</summary>
    Signature,

    /// <summary>An encrypted assertion is encrypted for this connection.</summary>
    Encryption,

    /// <summary>From the identity provider of this connection.</summary>
    Issuer,

    /// <summary>For Kayse, and for this connection.</summary>
    Audience,

    /// <summary>To be delivered at this connection's address.</summary>
    Recipient,

    /// <summary>Sent to this connection's address.</summary>
    Destination,

    /// <summary>Valid now.</summary>
    Time,

    /// <summary>Somebody was authenticated, and recently enough.</summary>
    Authentication,

    /// <summary>Says who the person is by a lasting name.</summary>
    NameId,

    /// <summary>Says the person's email address.</summary>
    Email,

    /// <summary>An answer to a request that Kayse made less than 10 minutes ago.</summary>
    InResponseTo,

    /// <summary>Used for the first time.</summary>
    Replay,
}
