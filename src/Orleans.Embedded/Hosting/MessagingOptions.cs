namespace Orleans.Configuration;

/// <summary>How long a caller waits.</summary>
public abstract class MessagingOptions
{
    /// <summary>After this long, in real time, a call fails with <see cref="TimeoutException"/>; 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How long the callers in a silo's process wait, grains and others.</summary>
public class SiloMessagingOptions : MessagingOptions;
