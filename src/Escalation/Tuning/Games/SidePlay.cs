using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>What a side does: one policy, or several with a chance each.</summary>
/// <param name="Parts">The policies with their chances, which are above 0 and together 1; no policy twice. Of a policy only the
/// values of the side's own levers count.</param>
public sealed record SidePlay(ImmutableArray<(Point Policy, double Chance)> Parts)
{
    /// <summary>True: it does one thing.</summary>
    public bool IsPure => Parts.Length == 1;

    /// <summary>A side that does one thing.</summary>
    /// <param name="policy">The policy.</param>
    public static SidePlay Pure(Point policy) => new([(policy, 1)]);

    /// <summary>A side that does several things.</summary>
    /// <param name="parts">Policies and chances; those without a chance are left out, and the others brought to 1.</param>
    /// <param name="least">The least chance that is kept.</param>
    public static SidePlay Of(IEnumerable<(Point Policy, double Chance)> parts, double least = 0)
    {
        var kept = parts.GroupBy(part => part.Policy).Select(group => (Policy: group.Key, Chance: group.Sum(part => part.Chance)))
            .Where(part => part.Chance > least).ToList();
        var sum = kept.Sum(part => part.Chance);
        return new([.. kept.Select(part => (part.Policy, kept.Count == 1 ? 1 : part.Chance / sum))]);
    }

    /// <summary>The policy in the middle of what it does.</summary>
    /// <param name="space">Policies of the side; each of its levers moves over a range.</param>
    public Point Mean(PolicySpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        double[] coordinates = [.. space.Ranges.Select(lever => Parts.Sum(part => part.Chance * Coordinate(lever, part.Policy)))];
        return space.At(coordinates, []);
    }

    /// <summary>It in numbers, by which two plays are compared: for each lever over a range the mean place in it, for each value
    /// of the others its chance.</summary>
    /// <param name="space">Policies of the side.</param>
    /// <returns>Numbers from 0 to 1, in the order of <see cref="FeaturesOf"/>.</returns>
    public ImmutableArray<double> Features(PolicySpace space) =>
    [
        .. FeaturesOf(space).Select(one => Parts.Sum(part => part.Chance * (one.Lever.IsDiscrete
            ? (part.Policy.Values[one.Lever.Parameter] == one.Value ? 1 : 0)
            : Coordinate(one.Lever, part.Policy)))),
    ];

    /// <summary>What <see cref="Features"/> are of.</summary>
    /// <param name="space">Policies of the side.</param>
    /// <returns>The levers; with each value of one that chooses, but the first if there are only two.</returns>
    public static IEnumerable<(SearchedLever Lever, double Value)> FeaturesOf(PolicySpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Levers.SelectMany(lever => lever.IsDiscrete
            ? lever.Values.Skip(lever.Values.Length == 2 ? 1 : 0).Select(value => (lever, value))
            : [(lever, double.NaN)]);
    }

    /// <summary>How far it is from another play: the greatest difference of <see cref="Features"/>.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="space">Policies of the side.</param>
    /// <returns>From 0 to 1.</returns>
    public double DistanceTo(SidePlay other, PolicySpace space)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Features(space).Zip(other.Features(space), (one, two) => Math.Abs(one - two)).Max();
    }

    private static double Coordinate(SearchedLever lever, Point policy) =>
        (policy.Values[lever.Parameter] - lever.Low) / (lever.High - lever.Low);
}
