namespace Orleans.Runtime;

/// <summary>The silo or a grain class is set up wrongly.</summary>
public class OrleansConfigurationException : OrleansException
{
    /// <summary>An exception with a message.</summary>
    public OrleansConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public OrleansConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The storage that a grain class names is not registered.</summary>
public class BadProviderConfigException(string message) : OrleansException(message);

/// <summary>A call that was not carried out and may be repeated.</summary>
public class OrleansMessageRejectionException : OrleansException
{
    internal OrleansMessageRejectionException(string message)
        : base(message)
    {
    }
}

/// <summary>The silo stops and takes no more calls.</summary>
public class SiloUnavailableException(string message) : OrleansMessageRejectionException(message);
