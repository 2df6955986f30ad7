using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>Finds out quickly, for most truths about moving levels, that they stay what they are for as long as nothing happens:
/// a pressure that falls away from a red line never crosses it. Where it cannot tell, the search for the day can.</summary>
internal sealed class StayingTruth
{
    // Covers the rounding of the few operations of each side.
    private const double Margin = 1e-12;

    private readonly BoundCode highOfSmaller;
    private readonly BoundCode lowOfGreater;
    private readonly BoundCode highOfGreater;
    private readonly BoundCode lowOfSmaller;

    private StayingTruth(Node greater, Node smaller, Func<Node, BoundCode> bound)
    {
        (highOfGreater, lowOfGreater) = (bound(greater), bound(Negative(greater)));
        (highOfSmaller, lowOfSmaller) = (bound(smaller), bound(Negative(smaller)));
    }

    /// <summary>Prepares the question for a truth that compares what bounds are known of.</summary>
    /// <param name="truth">The folded truth.</param>
    /// <param name="moving">What it reads that can move.</param>
    /// <param name="translation">When the bounds are compiled.</param>
    /// <returns>Null if the truth is of another form.</returns>
    public static StayingTruth? Of(Node truth, Variable[] moving, Translation translation)
    {
        if (moving.Length == 0 || truth is not BinaryNode comparison || !IsBounded(comparison, moving))
        {
            return null;
        }

        return comparison.Operator switch
        {
            BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => new(comparison.Left, comparison.Right, Bound),
            BinaryOperator.Less or BinaryOperator.LessOrEqual => new(comparison.Right, comparison.Left, Bound),
            _ => null,
        };

        BoundCode Bound(Node node) => new(node, moving, translation);
    }

    /// <summary>Whether the truth certainly does not change.</summary>
    /// <param name="world">The world.</param>
    /// <param name="isTrue">What it is at present.</param>
    /// <param name="toDay">Up to this day.</param>
    public bool Stays(World world, bool isTrue, double toDay) => isTrue
        ? IsBelow(highOfSmaller, lowOfGreater, world, toDay)
        : IsBelow(highOfGreater, lowOfSmaller, world, toDay);

    private static bool IsBounded(BinaryNode comparison, Variable[] moving) =>
        BoundCode.IsKnown(comparison.Left, moving) && BoundCode.IsKnown(comparison.Right, moving);

    // The low end is the high one of the negative, with its sign.
    private static bool IsBelow(BoundCode high, BoundCode negativeLow, World world, double toDay)
    {
        var (one, other) = (high.Run(world, toDay, isChecked: false), negativeLow.Run(world, toDay, isChecked: false));
        return one + other < -Margin * (Math.Abs(one) + Math.Abs(other));
    }

    private static UnaryNode Negative(Node node) => new(UnaryOperator.Negate, node, node.Quantity);
}
