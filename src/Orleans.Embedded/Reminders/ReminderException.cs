namespace Orleans.Runtime;

/// <summary>A reminder could not be registered, removed or read.</summary>
[GenerateSerializer]
public sealed class ReminderException(string message) : OrleansException(message);
