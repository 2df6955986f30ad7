using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Screening by elementary effects: which of many inputs can be left aside.</summary>
/// <remarks>Morris (1991), Technometrics 33, 161–174; μ* is that of Campolongo, Cariboni and Saltelli (2007), Environmental
/// Modelling and Software 22, 1509–1518. Intervals are by drawing trajectories anew. The order of points is that of
/// <see cref="MorrisTrajectories.Points"/>.</remarks>
public static class MorrisEffects
{
    private const int FiguresPerInput = 3;

    /// <summary>Estimates from all histories.</summary>
    /// <param name="design">The trajectories.</param>
    /// <param name="outcomes">For each point its histories: as many for all, at least 1, all finite. Histories of one place may
    /// share their luck within a trajectory; the noise is that of their differences, so it is right with and without.</param>
    /// <param name="plan">How intervals are found.</param>
    /// <returns>One effect an input. With one history a point the noise is not known.</returns>
    /// <exception cref="ArgumentException">The number of points is not that of the design, points have different numbers of
    /// histories, or a result is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The plan is none.</exception>
    public static ImmutableArray<MorrisEffect> OfReplications(
        MorrisTrajectories design, IReadOnlyList<double[]> outcomes, BootstrapPlan plan)
    {
        CheckCount(design, outcomes.Count);
        var replications = PointMeans.ReplicationsOf(outcomes);
        return Of(design, PointMeans.Of(outcomes), plan, replications < 2 ? null : (from, to) =>
        {
            double[] difference = [.. outcomes[to].Zip(outcomes[from], (one, other) => one - other)];
            return PointMeans.NoiseOf(difference, difference);
        });
    }

    /// <summary>Estimates from means whose noise is independent between points.</summary>
    /// <param name="design">The trajectories.</param>
    /// <param name="means">The mean of each point; finite.</param>
    /// <param name="noiseVariances">The variance of each mean, s²/m; empty: not known; 0 for a model without luck.</param>
    /// <param name="plan">How intervals are found.</param>
    /// <returns>One effect an input.</returns>
    /// <exception cref="ArgumentException">The number of points is not that of the design, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The plan is none.</exception>
    public static ImmutableArray<MorrisEffect> OfMeans(
        MorrisTrajectories design, ReadOnlySpan<double> means, ReadOnlySpan<double> noiseVariances, BootstrapPlan plan)
    {
        CheckCount(design, means.Length);
        PointMeans.Check(means, noiseVariances);
        var variances = noiseVariances.ToArray();
        return Of(design, means.ToArray(), plan, variances.Length == 0 ? null : (from, to) => variances[from] + variances[to]);
    }

    private static ImmutableArray<MorrisEffect> Of(
        MorrisTrajectories design, double[] means, BootstrapPlan plan, Func<int, int, double>? noiseOfDifference)
    {
        var (inputs, count) = (design.Inputs, design.Trajectories.Length);
        var effects = new double[inputs][];
        var noise = new double[inputs];
        for (var input = 0; input < inputs; input++)
        {
            effects[input] = new double[count];
        }

        for (var place = 0; place < count; place++)
        {
            var trajectory = design.Trajectories[place];
            for (var step = 0; step < inputs; step++)
            {
                var from = (place * (inputs + 1)) + step;
                var input = trajectory.Order[step];
                effects[input][place] = (means[from + 1] - means[from]) * trajectory.Directions[input] / design.Step;
                noise[input] += (noiseOfDifference?.Invoke(from, from + 1) ?? double.NaN) / count;
            }
        }

        var found = Bootstrap.Of(plan, count, inputs * FiguresPerInput, (chosen, figures) =>
        {
            for (var input = 0; input < inputs; input++)
            {
                Summarise(effects[input], chosen, figures.Slice(input * FiguresPerInput, FiguresPerInput));
            }
        });
        return
        [
            .. Enumerable.Range(0, inputs).Select(input => new MorrisEffect(
                [.. effects[input]],
                found[input * FiguresPerInput],
                found[(input * FiguresPerInput) + 1],
                found[(input * FiguresPerInput) + 2],
                Math.Sqrt(noise[input]) / design.Step)),
        ];
    }

    // Mean, mean magnitude and standard deviation.
    private static void Summarise(double[] effects, int[] chosen, Span<double> figures)
    {
        var (sum, magnitude) = (0.0, 0.0);
        foreach (var place in chosen)
        {
            sum += effects[place];
            magnitude += Math.Abs(effects[place]);
        }

        var (mean, squares) = (sum / chosen.Length, 0.0);
        foreach (var place in chosen)
        {
            squares += (effects[place] - mean) * (effects[place] - mean);
        }

        var sigma = chosen.Length < 2 ? double.NaN : Math.Sqrt(squares / (chosen.Length - 1));
        (figures[0], figures[1], figures[2]) = (mean, magnitude / chosen.Length, sigma);
    }

    private static void CheckCount(MorrisTrajectories design, int points)
    {
        if (points != design.PointCount)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The design has {design.PointCount} points, but there are results of {points}."));
        }
    }
}
