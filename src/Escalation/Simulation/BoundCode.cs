using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>The greatest value that a rate can take from now on, as long as nothing happens.</summary>
/// <param name="world">The world.</param>
/// <param name="toDay">Up to this day.</param>
/// <param name="isChecked">Whether to find out, too, if the rate stays above or at 0.</param>
/// <returns>An upper bound; NaN or +∞ if none was found; NaN if it was to be checked and may be negative.</returns>
internal delegate double RateBound(World world, double toDay, bool isChecked);

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
        Run = !IsKnown(node, moving) ? BoundByIntervals
            : translation == Translation.AtOnce ? BoundCompiler.Compile(node, moving)
            : Interpret;
    }

    /// <summary>Whether a tree has a bound that needs no general interval arithmetic, whatever the state of the world.</summary>
    public static bool IsKnown(Node node, Variable[] moving) =>
        new BoundRules<double>(new BoundInterpreter(null!, 0), moving).IsKnown(node);

    /// <summary>The bound.</summary>
    public RateBound Run { get; private set; }

    private double Interpret(World world, double toDay, bool isChecked)
    {
        if (heat.Rises())
        {
            Run = BoundCompiler.Compile(node, moving);
        }

        return new BoundRules<double>(new BoundInterpreter(world, toDay), moving).HighOfRate(node, isChecked ? 1 : 0) * Slack;
    }

    private double BoundByIntervals(World world, double toDay, bool isChecked)
    {
        var bounds = Intervals.Evaluate(node, world, world.Now, toDay);
        return isChecked && !(bounds.Low >= 0) ? double.NaN : bounds.High;
    }
}
