namespace Orleans.Configuration;

/// <summary>How long a caller waits.</summary>
public abstract class MessagingOptions
{
    /// <summary>After this long, in real time, a call fails with <see cref="TimeoutException"/>; 30 seconds.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);
}

/// <summary>How long grains wait for grains.</summary>
public class SiloMessagingOptions : MessagingOptions;

/// <summary>How long callers outside of grains wait.</summary>
public class ClientMessagingOptions : MessagingOptions;
