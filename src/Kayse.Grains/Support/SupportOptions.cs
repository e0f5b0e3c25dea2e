namespace Kayse.Grains.Support;

/// <summary>How people reach the operator's support; section <c>Kayse:Support</c>. What is empty isn't offered.</summary>
public sealed class SupportOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kayse:Support";

    /// <summary>Where support is mailed; requests for changes go there.</summary>
    public string Email { get; set; } = "";

    /// <summary>Where people chat with support: an https address.</summary>
    public string ChatUrl { get; set; } = "";

    /// <summary>Where people find answers: an https address.</summary>
    public string HelpCentreUrl { get; set; } = "";
}
