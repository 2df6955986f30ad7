using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>A box that was found, with the way to it.</summary>
/// <param name="Futures">The futures that were searched.</param>
/// <param name="Trajectory">Every box of the peeling, from everything on, then what was pasted onto the chosen one and dropped
/// from it.</param>
/// <param name="Chosen">Index of the peeled box that was proposed or picked; 0: there is none better than everything.</param>
/// <param name="Limits">What speaks for each limit of <see cref="Box"/>.</param>
public sealed record DiscoveredBox(
    Futures Futures, ImmutableArray<PeelingStep> Trajectory, int Chosen, ImmutableArray<LimitSupport> Limits)
{
    /// <summary>Whether there is a box: one with a limit.</summary>
    public bool IsFound => Final.LimitedInputs > 0;

    /// <summary>The box in the end, counted on the futures that it was found among.</summary>
    public PeelingStep Final =>
        Trajectory[^1] is { Move: PeelingMove.Paste or PeelingMove.Drop } last ? last : Trajectory[Chosen];

    /// <summary>The box in the end.</summary>
    public FutureBox Box => Final.Box;

    /// <summary>The boxes of the peeling alone, of which one can be picked.</summary>
    public ImmutableArray<PeelingStep> Peeled =>
        [.. Trajectory.TakeWhile(step => step.Move is PeelingMove.Start or PeelingMove.Peel)];
}
