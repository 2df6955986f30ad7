using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>A posterior as a sequence of laws that the language can write: each uncertainty given those before it, so that what
/// hangs together stays together.</summary>
public sealed class PosteriorLaws
{
    // A correlation below it is not worth a term, nor one that chance makes of so many particles: three standard errors.
    private const double LeastCorrelation = 0.1;
    private const double ErrorsOfChance = 3;

    private const int MostChoices = 20;
    private const int Draws = 4096;

    private static readonly string[] Counts = ["poisson", "binomial", "geometric", "negative_binomial"];

    private readonly CalibrationResult result;
    private readonly List<PosteriorLaw> laws = [];
    private readonly List<double[]> places = [];
    private readonly List<int> inputs = [];
    private readonly List<(int Parameter, string Reason)> left = [];

    private PosteriorLaws(CalibrationResult result) => this.result = result;

    /// <summary>The laws, in the order of the scenario.</summary>
    public ImmutableArray<PosteriorLaw> Laws => [.. laws];

    /// <summary>Inputs without a law, and why.</summary>
    public ImmutableArray<(int Parameter, string Reason)> Left => [.. left];

    /// <summary>The greatest distance between the distribution functions of an uncertainty by its law and by the particles, from
    /// 0 to 1: what is lost by writing laws.</summary>
    public double Distance { get; private set; }

    /// <summary>Fits laws to a posterior.</summary>
    /// <param name="result">The posterior.</param>
    /// <returns>The laws.</returns>
    public static PosteriorLaws Of(CalibrationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var found = new PosteriorLaws(result);
        for (var input = 0; input < result.Learnings.Length; input++)
        {
            found.Add(input);
        }

        found.Distance = found.Lost();
        return found;
    }

    private double Least => Math.Max(LeastCorrelation, ErrorsOfChance / Math.Sqrt(result.Sampler.Cloud.EffectiveCount));

    private void Add(int input)
    {
        var space = result.Plan.Space.Inputs[input];
        var parameter = result.Plan.Readings.Scenario.Parameters[space.Parameter];
        if (parameter.IsLever)
        {
            left.Add((space.Parameter, "a lever has a value and no prior"));
            return;
        }

        var learning = result.Learnings[input];
        if (!learning.IsInformed && result.Pairs.All(pair =>
            (pair.First != input && pair.Second != input) || Math.Abs(pair.Rank) < Least))
        {
            left.Add((space.Parameter, "the data did not inform it"));
            return;
        }

        var values = result.ValuesOf(input);
        var distinct = new HashSet<double>();
        foreach (var value in values)
        {
            distinct.Add(value);
        }

        if (distinct.Count > MostChoices && space.Law?.Distribution is { } distribution && Counts.Contains(distribution.Name))
        {
            left.Add((space.Parameter, "its prior is a count of many values, which no law of a few numbers follows"));
            return;
        }

        var isChoice = distinct.Count <= MostChoices;
        if (isChoice && parameter.Quantity != Language.Quantity.Number)
        {
            left.Add((space.Parameter, "its few values have a unit"));
            return;
        }

        var scale = ScaleOf(space, values);
        places.Add([.. values.ToArray().Select(scale.Of)]);
        inputs.Add(input);
        laws.Add(isChoice
            ? new(space.Parameter, scale, double.NaN, [], double.NaN, learning.Posterior.Quantile(0.5), Choices(values))
            : Line(space.Parameter, scale, learning.Posterior.Quantile(0.5)));
    }

    // The ends of the prior, where they do not hang on other uncertainties; else those that the values themselves respect.
    private static LawScale ScaleOf(SpaceInput input, ReadOnlySpan<double> values)
    {
        if (input.Law is not { } law)
        {
            return new(input.Range.Lower, input.Range.Upper);
        }

        if (law.IsConstant)
        {
            return new(law.At(0), law.At(1));
        }

        var isPositive = true;
        foreach (var value in values)
        {
            isPositive &= value > 0;
        }

        return new(isPositive ? 0 : double.NegativeInfinity, double.PositiveInfinity);
    }

    private ImmutableArray<(double Value, double Weight)> Choices(ReadOnlySpan<double> values)
    {
        var sums = new SortedDictionary<double, double>();
        for (var particle = 0; particle < values.Length; particle++)
        {
            sums[values[particle]] = sums.GetValueOrDefault(values[particle]) + result.Sampler.Cloud.Weights[particle];
        }

        return [.. sums.Where(sum => sum.Value > 0).Select(sum => (sum.Key, sum.Value))];
    }

    // Weighted least squares on the places before it that it hangs together with.
    private PosteriorLaw Line(int parameter, LawScale scale, double median)
    {
        var weights = result.Sampler.Cloud.Weights.ToArray();
        var own = places[^1];
        var read = Enumerable.Range(0, laws.Count)
            .Where(law => laws[law].Choices.IsEmpty)
            .Where(law => Math.Abs(Covariance(places[law], own, weights)
                / Math.Sqrt(Covariance(places[law], places[law], weights) * Covariance(own, own, weights))) > Least)
            .ToArray();
        var matrix = new double[read.Length * read.Length];
        var slopes = new double[read.Length];
        for (var row = 0; row < read.Length; row++)
        {
            slopes[row] = Covariance(places[read[row]], own, weights);
            for (var column = 0; column < read.Length; column++)
            {
                matrix[(row * read.Length) + column] = Covariance(places[read[row]], places[read[column]], weights);
            }
        }

        CovarianceFactor.Of(matrix, read.Length).Solve(slopes, slopes);
        var rest = own.Select((place, particle) =>
            place - read.Select((law, term) => slopes[term] * places[law][particle]).Sum()).ToArray();
        return new(
            parameter,
            scale,
            Mean(rest, weights),
            [.. read.Select((law, term) => (law, slopes[term]))],
            Math.Sqrt(Covariance(rest, rest, weights)),
            median,
            []);
    }

    private double Lost()
    {
        if (laws.Count == 0)
        {
            return 0;
        }

        var design = SobolSequence.Scrambled(result.Plan.Seed, "calibrate laws", Draws, laws.Count);
        var drawn = laws.Select(_ => new double[Draws]).ToArray();
        var at = new double[laws.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var law = 0; law < laws.Count; law++)
            {
                var one = laws[law];
                if (one.Choices.IsEmpty)
                {
                    at[law] = one.Constant + one.Slopes.Sum(term => term.Slope * at[term.Law])
                        - (one.Spread * StandardNormal.UpperQuantile(design[draw, law]));
                    drawn[law][draw] = one.Scale.At(at[law]);
                }
            }
        }

        return Enumerable.Range(0, laws.Count)
            .Where(law => laws[law].Choices.IsEmpty)
            .Select(law => WeightedSample.Of(drawn[law])!.DistanceTo(result.Learnings[inputs[law]].Posterior))
            .DefaultIfEmpty(0)
            .Max();
    }

    private static double Mean(double[] values, double[] weights)
    {
        var sum = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            sum += weights[index] * values[index];
        }

        return sum;
    }

    private static double Covariance(double[] x, double[] y, double[] weights)
    {
        var (meanX, meanY, sum) = (Mean(x, weights), Mean(y, weights), 0.0);
        for (var index = 0; index < x.Length; index++)
        {
            sum += weights[index] * (x[index] - meanX) * (y[index] - meanY);
        }

        return sum;
    }
}
