using System.Collections.Immutable;
using Escalation.Experiments;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What one result hangs on.</summary>
internal sealed record ResultSensitivity
{
    private const int Parts = 5;

    // Of a slice with fewer points a distance says little.
    private const int LeastPerSlice = 20;
    private const int MostSlices = 10;

    internal required AskedResult Result { get; init; }

    /// <summary>Why nothing can be said; null: something can.</summary>
    internal string? Problem { get; private init; }

    internal bool IsKnown => Problem is null;

    internal ImmutableArray<MorrisEffect>? Morris { get; private init; }

    internal SobolIndices? Sobol { get; private init; }

    /// <summary>How far each input moves the whole law of the points' means, found from the points of A and B.</summary>
    internal ImmutableArray<PawnIndex> Pawn { get; private init; } = [];

    /// <summary>The mean over all rows.</summary>
    internal double Mean { get; private init; }

    /// <summary>For each input the mean where it lies in the lowest and in the highest fifth of its law.</summary>
    internal ImmutableArray<(double Low, double High)> Fifths { get; private init; } = [];

    /// <summary>The inputs, the most important first.</summary>
    internal ImmutableArray<int> Ranking { get; private init; } = [];

    /// <summary>Estimates.</summary>
    internal static ResultSensitivity Of(
        SensitivityPlan plan, AskedResult result, PointResults<double[][]> results, int place)
    {
        ImmutableArray<double[]> all = [.. Enumerable.Range(0, plan.Points.Length).Select(point => results[point][place])];
        var missing = all.Sum(numbers => numbers.LongCount(number => !double.IsFinite(number)));
        if (missing > 0)
        {
            return new()
            {
                Result = result,
                Problem = FormattableString.Invariant($"{result.Name} has no value in {missing:N0} of the histories, so that ")
                    + "nothing can be said of what it hangs on: ask about a measure that every history has.",
            };
        }

        var inputs = plan.Space.Inputs.Length;
        var bootstrap = plan.Bootstrap(result.Name);
        ImmutableArray<MorrisEffect>? morris = plan.Morris is { } design
            ? MorrisEffects.OfReplications(design, all[..plan.MorrisCount], bootstrap)
            : null;
        var rows = all[plan.MorrisCount..];
        var sobol = plan.Rows > 0 ? SobolIndices.OfReplications(inputs, rows, bootstrap) : null;
        var weight = Enumerable.Range(0, inputs).Select(input => sobol is not null && sobol.IsVarianceSeen
            ? sobol.Inputs[input].Total.Value
            : morris is { } effects ? effects[input].MuStar.Value : 0).ToList();
        return new()
        {
            Result = result,
            Morris = morris,
            Sobol = sobol,
            Pawn = sobol is null ? [] : PawnOf(plan, rows, result.Name),
            Mean = sobol is null ? double.NaN : rows.Average(numbers => numbers.Average()),
            Fifths = sobol is null ? [] : [.. Enumerable.Range(0, inputs).Select(input => FifthsOf(plan, rows, input))],
            Ranking = [.. Enumerable.Range(0, inputs).OrderByDescending(input => weight[input]).ThenBy(input => input)],
        };
    }

    /// <summary>Adds its row to a table of indices.</summary>
    internal void AddIndex(DataTable table, string name, int input, SensitivityPlan plan)
    {
        if (Sobol is { } sobol)
        {
            var (first, total) = sobol.Inputs[input];
            table.Add(
                Result.Name, name, first.Value, first.Interval.Lower, first.Interval.Upper, total.Value, total.Interval.Lower,
                total.Interval.Upper, Pawn[input].Greatest, Pawn[input].GreatestOfDummy, Fifths[input].Low,
                Fifths[input].High, sobol.Variance.Value, sobol.NoiseVariance, sobol.NoiseShare, plan.Rows, plan.Replications);
        }
    }

    /// <summary>Adds its row to a table of elementary effects.</summary>
    internal void AddEffect(DataTable table, string name, int input, SensitivityPlan plan)
    {
        if (Morris is { } morris)
        {
            var effect = morris[input];
            table.Add(
                Result.Name, name, effect.Mu.Value, effect.MuStar.Value, effect.MuStar.Interval.Lower,
                effect.MuStar.Interval.Upper, effect.Sigma.Value, effect.NoiseLevel, effect.Verdict,
                plan.Morris!.Trajectories.Length, plan.Replications);
        }
    }

    // The points of A and B alone, which are spread by the law of the inputs, each counting once.
    private static IEnumerable<int> Spread(SensitivityPlan plan, int points)
    {
        var inputs = plan.Space.Inputs.Length;
        var step = SaltelliDesign.PointsPerRowOf(inputs);
        return Enumerable.Range(0, points).Where(point => point % step == 0 || point % step == inputs + 1);
    }

    private static ImmutableArray<PawnIndex> PawnOf(SensitivityPlan plan, ImmutableArray<double[]> rows, string name)
    {
        var spread = Spread(plan, rows.Length).ToList();
        var columns = plan.Space.Inputs.Select(input =>
            spread.Select(point => plan.Points[plan.MorrisCount + point].Values[input.Parameter]).ToArray());
        var slices = Math.Clamp(spread.Count / LeastPerSlice, 2, MostSlices);
        double[] means = [.. spread.Select(point => rows[point].Average())];
        return Experiments.Pawn.Indices([.. columns], means, plan.Seed, $"pawn of {name}", slices);
    }

    private static (double Low, double High) FifthsOf(SensitivityPlan plan, ImmutableArray<double[]> rows, int input)
    {
        var parameter = plan.Space.Inputs[input].Parameter;
        var spread = Spread(plan, rows.Length)
            .Select(point => (Value: plan.Points[plan.MorrisCount + point].Values[parameter], Mean: rows[point].Average()))
            .OrderBy(point => point.Value).ThenBy(point => point.Mean)
            .Select(point => point.Mean)
            .ToList();
        var count = Math.Max(1, spread.Count / Parts);
        return (spread.Take(count).Average(), spread.TakeLast(count).Average());
    }
}
