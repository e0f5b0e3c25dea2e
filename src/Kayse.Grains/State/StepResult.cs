namespace Kayse.Grains.State;

/// <summary>What became of a step that was executed.</summary>
internal enum StepResult
{
    /// <summary>It is done and leaves the list.</summary>
    Done,

    /// <summary>
    /// Somebody was only asked to do it and takes it off the list by a call of their own. Until then it is executed
    /// again with every reminder.
    /// </summary>
    Waiting,
}
