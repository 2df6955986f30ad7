using System.Diagnostics;
using Escalation.Engine;

namespace Escalation.Language;

/// <summary>A choice between given values by weights.</summary>
internal static class ChoiceDistribution
{
    public static Distribution Description { get; } = new(
        "choice", "One of the given values, by weights that need not add up to 1.", [],
        (Distribution.DrawFromMany)Draw, static weights => Fault(weights), static weights => Support(weights), faultMethod: null)
    { IsChoice = true };

    /// <summary>A point in [0, total): the value whose stretch of cumulated weights holds it is chosen.</summary>
    public static double Point(ref KeyedStream stream, double total)
    {
        var point = stream.NextUniform() * total;

        // Rounding may lift the product to the total itself, where no value lies.
        return point < total ? point : Math.BitDecrement(total);
    }

    public static double Draw(ref KeyedStream stream, ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var point = Point(ref stream, total);
        var sum = 0.0;
        for (var index = 0; index < weights.Length; index++)
        {
            sum += weights[index];
            if (point < sum)
            {
                return index;
            }
        }

        throw new UnreachableException("The weights were added twice with different sums.");
    }

    public static string? Fault(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            if (!(weight >= 0 && weight <= double.MaxValue))
            {
                return FormattableString.Invariant($"a weight must be a finite number, not negative, but is {weight:R}");
            }

            total += weight;
        }

        return total == 0 ? "all weights are 0" : double.IsFinite(total) ? null : "the weights add up to infinity";
    }

    private static Bounds Support(ReadOnlySpan<Bounds> weights)
    {
        var (first, last) = (weights.Length, -1);
        for (var index = 0; index < weights.Length; index++)
        {
            if (weights[index].High > 0)
            {
                first = Math.Min(first, index);
                last = index;
            }
        }

        return last < 0 ? new Bounds(0, weights.Length - 1) : new Bounds(first, last);
    }
}
