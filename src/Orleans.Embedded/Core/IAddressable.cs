namespace Orleans.Runtime;

/// <summary>Something that grain calls can be sent to.</summary>
public interface IAddressable;
