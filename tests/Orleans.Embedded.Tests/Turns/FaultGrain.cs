namespace Orleans.Embedded.Tests.Turns;

/// <summary>An application's own exception, as it would cross the wire.</summary>
[GenerateSerializer]
[Alias("conformance.RefusedException")]
public sealed class RefusedException : Exception
{
    public RefusedException()
    {
    }

    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    [Id(0)]
    public string Code { get; set; } = "";
}

public interface IFaultGrain : IGrainWithStringKey
{
    /// <summary>Throws after an await.</summary>
    Task Refuse(string code, string message);

    /// <summary>Throws without ever answering a task.</summary>
    Task<int> RefuseAtOnce(string code, string message);

    ValueTask<int> RefuseValue(string code, string message);

    Task RefuseThrough(IFaultGrain other, string code, string message);

    Task Cancel();

    Task<Guid> Instance();
}

public sealed class FaultGrain : Grain, IFaultGrain
{
    private readonly Guid _instance = Guid.NewGuid();

    public async Task Refuse(string code, string message)
    {
        await Task.Yield();
        throw new RefusedException(message) { Code = code };
    }

    public Task<int> RefuseAtOnce(string code, string message) => throw new RefusedException(message) { Code = code };

    public ValueTask<int> RefuseValue(string code, string message) => throw new RefusedException(message) { Code = code };

    public async Task RefuseThrough(IFaultGrain other, string code, string message) => await other.Refuse(code, message);

    public Task Cancel() => throw new OperationCanceledException("Enough.");

    public Task<Guid> Instance() => Task.FromResult(_instance);
}
