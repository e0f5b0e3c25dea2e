namespace Kayse.Grains.State;

/// <summary>One segment of a <see cref="SegmentedList{T}"/> as it is stored.</summary>
internal sealed class SegmentState<T>
{
    public List<T> Items { get; set; } = [];
}

/// <summary>Something that a <see cref="SegmentedList{T}"/> can hold.</summary>
internal interface ISegmentItem
{
    /// <summary>Unique in the list.</summary>
    string Id { get; }
}
