namespace Kayse.Grains.Sso;

/// <summary>How a request is brought to a SAML identity provider.</summary>
[GenerateSerializer, Alias("kayse.saml-binding")]
public enum SamlBinding
{
    /// <summary>In the address of a redirect.</summary>
    Redirect = 0,

    /// <summary>In a form that is posted.</summary>
    Post = 1,
}
