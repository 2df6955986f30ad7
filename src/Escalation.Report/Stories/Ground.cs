using System.Collections.Immutable;

namespace Escalation.Report.Stories;

/// <summary>One thing that the condition of an outcome reads, and the lines of the trace that made it what it was.</summary>
/// <param name="Name">What is read: a measure, a level as <c>actor.level</c>, a condition, an outcome.</param>
/// <param name="Text">What it came to, in words.</param>
/// <param name="Count">How many lines made it what it was.</param>
/// <param name="Lines">The numbers of the latest of them, in order; at most <see cref="MostLines"/>.</param>
public sealed record Ground(string Name, string Text, int Count, ImmutableArray<int> Lines)
{
    /// <summary>The most lines that are named.</summary>
    public const int MostLines = 5;
}
