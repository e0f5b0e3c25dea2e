namespace Kayse.Grains.Branding;

/// <summary>What a logo is for.</summary>
[GenerateSerializer, Alias("kayse.logo-kind")]
public enum LogoKind
{
    /// <summary>On a light background.</summary>
    Light = 0,

    /// <summary>On a dark background.</summary>
    Dark = 1,

    /// <summary>Small and about square: beside the company's name, and in mails.</summary>
    Icon = 2,
}
