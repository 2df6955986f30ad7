using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Model;

namespace Escalation.Tuning;

/// <summary>Where a policy fails: a box of futures in which its regret is great, found by PRIM on the first half of the futures
/// and judged on the second.</summary>
/// <param name="Limit">Regret above which it fails, in the unit of the objective.</param>
/// <param name="Share">In what share of the futures it fails.</param>
/// <param name="Searched">The futures that were searched, of which those are cases in which it fails.</param>
/// <param name="Found">The box; null: none is denser than everything.</param>
/// <param name="Judged">What the box holds of the other half; null without a box.</param>
public sealed record FailingFutures(
    double Limit, double Share, Futures Searched, DiscoveredBox? Found, BoxEstimate? Judged)
{
    // Fewer futures say nothing about a box of a twentieth of them.
    private const int FewestFutures = 40;

    /// <summary>True: the other half confirms the box with confidence: the policy fails in it more often than in all
    /// futures.</summary>
    public bool IsConfirmed => Judged is not null && Judged.DensityInterval.Lower > Judged.BaseDensity;

    /// <summary>Looks where a policy fails.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="futures">What differs between futures.</param>
    /// <param name="table">The policy in its futures.</param>
    /// <param name="policy">Index of the policy in the table.</param>
    /// <param name="regrets">Its regret in each future; NaN where it has none.</param>
    /// <param name="limit">Regret above which it fails.</param>
    /// <returns>What was found; null if there are too few futures to look.</returns>
    public static FailingFutures? Of(
        Scenario scenario,
        FutureSequence futures,
        FutureTable table,
        int policy,
        ImmutableArray<double> regrets,
        double limit)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(futures);
        ArgumentNullException.ThrowIfNull(table);
        int[] known = [.. Enumerable.Range(0, regrets.Length).Where(future => !double.IsNaN(regrets[future]))];
        if (known.Length < FewestFutures)
        {
            return null;
        }

        var half = known.Length / 2;
        var searched = FuturesOf(known[..half]);
        var fresh = FuturesOf(known[half..]);
        var found = searched.Cases > 0 ? Prim.Cover(searched, 1) : [];
        var share = (searched.Cases + fresh.Cases) / known.Length;
        return found is [var box]
            ? new(limit, share, searched, box, BoxEstimate.Of(fresh, box.Box))
            : new(limit, share, searched, null, null);

        Futures FuturesOf(int[] places) => Futures.Of(
            [.. futures.Inputs.Select(input => Described(scenario.Parameters[input.Parameter]))],
            [.. places.SelectMany(place => futures.Inputs.Select(input => table.At(policy, place).Values[input.Parameter]))],
            [.. places.Select(place => regrets[place] > limit ? 1.0 : 0)]);
    }

    private static FutureInput Described(Parameter parameter) => new(parameter.Name)
    {
        Quantity = parameter.Quantity,
        IsCategorical = !parameter.Choices.IsEmpty,
        Labels = parameter.Choices,
    };
}
