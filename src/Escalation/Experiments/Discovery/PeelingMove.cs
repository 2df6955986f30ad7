namespace Escalation.Experiments;

/// <summary>How a box came from the one before it.</summary>
public enum PeelingMove
{
    /// <summary>It is the first: everything.</summary>
    Start,

    /// <summary>A slice at one end of an input, or a category, was taken away.</summary>
    Peel,

    /// <summary>A slice or a category was given back.</summary>
    Paste,

    /// <summary>A limit that was not significant was dropped.</summary>
    Drop,
}
