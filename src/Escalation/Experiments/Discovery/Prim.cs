using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Scenario discovery by the patient rule induction method: which limits to the inputs hold most cases of interest, and
/// little else?</summary>
/// <remarks>Friedman and Fisher (1999), Stat. Comput. 9, 123–143; Bryant and Lempert (2010), Technol. Forecast. Soc. Change 77,
/// 34–49. Nothing here is random: equal futures give equal boxes, in whatever order they come.</remarks>
public static class Prim
{
    /// <summary>The boxes of the peeling, each inside the one before it.</summary>
    /// <param name="futures">The futures.</param>
    /// <param name="options">How; <see langword="null"/>: by default.</param>
    /// <returns>At least one box: everything.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ImmutableArray<PeelingStep> Peel(Futures futures, PrimOptions? options = null) =>
        Peeling.Of(futures, Checked(options));

    /// <summary>The slices that are given back to a box, one a step.</summary>
    /// <param name="futures">The futures.</param>
    /// <param name="box">The box.</param>
    /// <param name="options">How; <see langword="null"/>: by default.</param>
    /// <returns>Boxes, each with the one before it inside and no less dense; none if nothing was given back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ImmutableArray<PeelingStep> Paste(Futures futures, FutureBox box, PrimOptions? options = null) =>
        Pasting.From(futures, box, Checked(options));

    /// <summary>Finds a box: peels, chooses, pastes, drops what is not significant.</summary>
    /// <param name="futures">The futures.</param>
    /// <param name="options">How; <see langword="null"/>: by default.</param>
    /// <param name="step">The step of the peeling that is picked; <see langword="null"/>: as the rule proposes.</param>
    /// <returns>The box with its trajectory.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range, or there is no such step.</exception>
    public static DiscoveredBox Find(Futures futures, PrimOptions? options = null, int? step = null)
    {
        var how = Checked(options);
        var peeled = Peeling.Of(futures, how);
        var chosen = step ?? BoxChoice.Propose(peeled, how);
        ArgumentOutOfRangeException.ThrowIfNegative(chosen, nameof(step));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chosen, peeled.Length, nameof(step));
        var trajectory = peeled.ToBuilder();
        var box = peeled[chosen].Box;
        if (how.IsPasted)
        {
            trajectory.AddRange(Pasting.From(futures, box, how));
            box = trajectory[^1].Move == PeelingMove.Paste ? trajectory[^1].Box : box;
        }

        var limits = LimitSupport.Of(futures, box);
        var all = new BoxCount(futures.Count, futures.TotalUnits);
        while (limits.MaxBy(limit => limit.QuasiP) is { } worst && worst.QuasiP > how.LargestQuasiP)
        {
            box = box.Without(worst.Limit.Input);
            trajectory.Add(PeelingStep.Of(PeelingMove.Drop, box, futures.CountIn(box), all, futures));
            limits = LimitSupport.Of(futures, box);
        }

        return new(futures, trajectory.ToImmutable(), chosen, limits);
    }

    /// <summary>Finds boxes one after another, each among the futures that those before it left.</summary>
    /// <param name="futures">The futures.</param>
    /// <param name="mostBoxes">How many boxes at most; at least 1.</param>
    /// <param name="options">How; <see langword="null"/>: by default.</param>
    /// <returns>The boxes; fewer, also none, where what is left holds none that is denser than all futures are. Coverage, density
    /// and mass of each are shares of what was left for it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option or the number of boxes is out of range.</exception>
    public static ImmutableArray<DiscoveredBox> Cover(Futures futures, int mostBoxes, PrimOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostBoxes, 1);
        var boxes = ImmutableArray.CreateBuilder<DiscoveredBox>();
        var left = futures;
        var density = futures.Cases / futures.Count;
        while (boxes.Count < mostBoxes)
        {
            var found = Find(left, options);
            if (!found.IsFound || !(found.Final.Density > density))
            {
                break;
            }

            boxes.Add(found);
            left = left.Outside(found.Box);
        }

        return boxes.ToImmutable();
    }

    private static PrimOptions Checked(PrimOptions? options)
    {
        var how = options ?? new PrimOptions();
        how.Check();
        return how;
    }
}
