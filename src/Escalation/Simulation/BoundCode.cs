using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>The greatest value that a rate can take from now on, as long as nothing happens.</summary>
/// <param name="world">The world.</param>
/// <param name="toDay">Up to this day.</param>
/// <returns>An upper bound; NaN or +∞ if none was found.</returns>
internal delegate double RateBound(World world, double toDay);

/// <summary>The bound of a rate that moves, interpreted until it has been asked for often.</summary>
internal sealed class BoundCode
{
    /// <summary>Covers the rounding of the few operations of a rate.</summary>
    public const double Slack = 1 + 1e-12;

    private readonly Node node;
    private readonly Variable[] moving;
    private readonly Heat heat;

    /// <summary>Prepares a bound.</summary>
    /// <param name="node">The folded rate.</param>
    /// <param name="moving">What it reads that can move.</param>
    /// <param name="translation">When it is compiled.</param>
    public BoundCode(Node node, Variable[] moving, Translation translation)
    {
        (this.node, this.moving) = (node, moving);
        heat = new Heat(translation);

        // What has a part that is left to the intervals is bounded by them as a whole, always.
        Run = !BoundProbe.IsKnown(node, moving) ? BoundByIntervals
            : translation == Translation.AtOnce ? BoundCompiler.Compile(node, moving)
            : Interpret;
    }

    /// <summary>The bound.</summary>
    public RateBound Run { get; private set; }

    private double Interpret(World world, double toDay)
    {
        if (heat.Rises())
        {
            Run = BoundCompiler.Compile(node, moving);
        }

        return new BoundRules<double>(new BoundInterpreter(world, toDay), moving).Of(node)!.Value.High * Slack;
    }

    private double BoundByIntervals(World world, double toDay) =>
        Intervals.Evaluate(node, world, world.Now, toDay).High;
}
