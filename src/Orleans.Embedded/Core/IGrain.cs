using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain's contract. Methods return <see cref="Task"/>, <see cref="ValueTask"/>, either with a result, or void where the method is one-way.</summary>
public interface IGrain : IAddressable;

/// <summary>A grain whose key is a string.</summary>
public interface IGrainWithStringKey : IGrain;

/// <summary>A grain whose key is a GUID.</summary>
public interface IGrainWithGuidKey : IGrain;

/// <summary>A grain whose key is a 64-bit integer.</summary>
public interface IGrainWithIntegerKey : IGrain;

/// <summary>A grain whose key is a GUID with a string after it.</summary>
public interface IGrainWithGuidCompoundKey : IGrain;

/// <summary>A grain whose key is a 64-bit integer with a string after it.</summary>
public interface IGrainWithIntegerCompoundKey : IGrain;
