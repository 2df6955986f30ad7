using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Tuning;

/// <summary>Searches a box for the point of least value, with constraints if there are any: asks for the values of points,
/// and is told them.</summary>
/// <remarks>
/// Runs of <see cref="CmaEs"/>, each with twice the population of the one before it (IPOP: Auger and Hansen (2005), IEEE
/// Congress on Evolutionary Computation, 1769–1776), the first from a start, the others from places drawn at random. Points
/// are functions of seed, restart, generation, index and what was told before; who finds the values, and in what order, does
/// not count. Values may be noisy: then means of distributions are the results, not points with lucky values.
/// </remarks>
public sealed class ContinuousSearch
{
    private static readonly ulong Place = Key.OfName("place");

    private readonly SearchBox box;
    private readonly ContinuousOptions options;
    private readonly List<RestartEnd> ends = [];
    private CmaEs run;

    /// <summary>Begins a search.</summary>
    /// <param name="box">Where it may go.</param>
    /// <param name="options">How it goes.</param>
    /// <exception cref="ArgumentException">The start has not as many coordinates as the box.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ContinuousSearch(SearchBox box, ContinuousOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.MostRestarts, nameof(options));
        if (!options.Start.IsDefault && options.Start.Length != box.Dimension)
        {
            throw new ArgumentException("The start has a coordinate for each of the box.", nameof(options));
        }

        this.box = box;
        this.options = options;
        run = Begin();
    }

    /// <summary>Gets the number of the run, from 0.</summary>
    public int Restart => ends.Count - (IsFinished ? 1 : 0);

    /// <summary>Gets how many points a generation has now.</summary>
    public int Population => run.Population;

    /// <summary>Gets the mean of the distribution, a point of the box.</summary>
    public ImmutableArray<double> Mean => [.. box.ToBox(run.Mean.AsSpan())];

    /// <summary>Gets the step size, in widths of the box.</summary>
    public double Step => run.Step;

    /// <summary>Gets the generations of the present run.</summary>
    public int Generation => run.Generation;

    /// <summary>Gets how many points were valued, in all runs.</summary>
    public long Evaluations => ends.Sum(end => end.Evaluations) + (IsFinished ? 0 : (long)run.Generation * run.Population);

    /// <summary>Gets the runs that have ended.</summary>
    public ImmutableArray<RestartEnd> Ends => [.. ends];

    /// <summary>Gets a value indicating whether all runs have ended.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Gives the points of the generation.</summary>
    /// <returns>Points of the box, the same until their values are told; none once the search has ended.</returns>
    public double[][] Ask() => IsFinished ? [] : [.. run.Ask().Select(point => box.ToBox(point))];

    /// <summary>Tells the values of the points.</summary>
    /// <param name="values">One value a point of <see cref="Ask"/>, less is better; NaN counts as worst.</param>
    /// <exception cref="ArgumentException">There is not one value a point.</exception>
    /// <exception cref="InvalidOperationException">Nothing was asked.</exception>
    public void Tell(ReadOnlySpan<double> values)
    {
        run.Tell(values);
        GoOn();
    }

    /// <summary>Tells the values of the points, and how they keep the constraints.</summary>
    /// <param name="values">One value a point of <see cref="Ask"/>, less is better; NaN counts as worst.</param>
    /// <param name="constraints">For each point its constraints, kept where ≤ 0; as many for all points.</param>
    /// <exception cref="ArgumentException">There is not one value, or one row of constraints, a point.</exception>
    /// <exception cref="InvalidOperationException">Nothing was asked.</exception>
    public void Tell(ReadOnlySpan<double> values, IReadOnlyList<double[]> constraints)
    {
        run.Tell(values, FeasibilityRanking.Violations(constraints));
        GoOn();
    }

    private void GoOn()
    {
        if (run.Stop == CmaStop.None)
        {
            return;
        }

        ends.Add(new(ends.Count, Mean, run.Stop, run.Generation, (long)run.Generation * run.Population));
        IsFinished = ends.Count > options.MostRestarts;
        run = IsFinished ? run : Begin();
    }

    private CmaEs Begin()
    {
        var restart = ends.Count;
        var population = options.Population ?? CmaParameters.DefaultPopulation(box.Dimension);
        return new(box.ToSearch(StartOf(restart)), options.Step, new CmaOptions
        {
            Seed = options.Seed,
            Restart = restart,
            Population = checked(population << restart),
            IsActive = options.IsActive,
            StepTolerance = options.StepTolerance,
            ValueTolerance = options.ValueTolerance,
        });
    }

    // Later runs begin anywhere in the box; without limits, some steps from the start.
    private double[] StartOf(int restart)
    {
        var stream = KeyedStream.Derive(TuningKey.Of(options.Seed, "restarts", restart, 0), Place);
        var start = new double[box.Dimension];
        for (var i = 0; i < start.Length; i++)
        {
            var isUnlimited = box.IsUnlimited(i);
            var first = !options.Start.IsDefault ? options.Start[i] : isUnlimited ? 0 : (box.Lower[i] + box.Upper[i]) / 2;
            var move = isUnlimited
                ? first + (2 * options.Step * NormalVariate.DrawUnit(ref stream))
                : UniformVariate.Draw(ref stream, box.Lower[i], box.Upper[i]);
            start[i] = restart == 0 ? first : move;
        }

        return start;
    }
}
