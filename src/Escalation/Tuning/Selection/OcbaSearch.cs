using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>Looks for the choice of least mean within a budget of replications: says how many more of each are wanted, is told
/// what they gave, and so on.</summary>
/// <remarks>
/// Sequential allocation of Chen, Lin, Yücesan and Chick (2000), Discrete Event Dynamic Systems 10, 251–270: n₀ replications of
/// each choice, then increments to those that are furthest behind their share by <see cref="OcbaAllocation"/>. Nothing here is
/// random: equal samples give equal increments. Replications of different choices may share their luck, but shares are those
/// for luck of their own.
/// </remarks>
public sealed class OcbaSearch
{
    private readonly OcbaOptions options;
    private readonly long[] counts;
    private double[] shares;

    /// <summary>Begins a search.</summary>
    /// <param name="choices">How many choices there are; at least 1.</param>
    /// <param name="options">How replications are spent.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public OcbaSearch(int choices, OcbaOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(choices, 1);
        options.Check(choices);
        this.options = options;
        counts = new long[choices];
        shares = [.. Enumerable.Repeat(1.0 / choices, choices)];
    }

    /// <summary>Gets the choice whose mean is believed to be least: raw means, or for shares (x + ½)/(n + 1); the first of
    /// equals.</summary>
    public int Best { get; private set; }

    /// <summary>Gets the probability that <see cref="Best"/> is the best, as last computed; NaN before, or if the level is
    /// 1.</summary>
    public double Probability { get; private set; } = double.NaN;

    /// <summary>Gets a value indicating whether the search has ended.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Gets the shares by which the last increment was made.</summary>
    public ImmutableArray<double> Shares => [.. shares];

    /// <summary>Says how many more replications of each choice are wanted.</summary>
    /// <returns>One number a choice, whole chunks; all 0 once the search has ended.</returns>
    public ImmutableArray<long> Ask()
    {
        var wanted = new long[counts.Length];
        if (IsFinished)
        {
            return [.. wanted];
        }

        if (counts.Sum() == 0)
        {
            // A budget too small for n₀ of each is divided equally.
            var chunks = Math.Min(Chunks(options.FirstReplications), options.Budget / options.Chunk / counts.Length);
            Array.Fill(wanted, chunks * options.Chunk);
            return [.. wanted];
        }

        var total = counts.Sum();
        var room = Math.Min(Chunks(options.Increment), (options.Budget - total) / options.Chunk);
        var target = total + (room * options.Chunk);
        for (var chunk = 0; chunk < room; chunk++)
        {
            var furthest = 0;
            for (var i = 1; i < counts.Length; i++)
            {
                furthest = Lack(i) > Lack(furthest) ? i : furthest;
            }

            wanted[furthest] += options.Chunk;
        }

        return [.. wanted];

        double Lack(int i) => (shares[i] * target) - counts[i] - wanted[i];
    }

    /// <summary>Tells what is known now.</summary>
    /// <param name="samples">For each choice all its replications so far; all shares, or none of them.</param>
    /// <exception cref="ArgumentException">There is not one sample a choice, or some are shares and some are not.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A choice has no replications, or fewer than before, or no finite
    /// mean.</exception>
    public void Tell(ReadOnlySpan<ChoiceSample> samples)
    {
        Check(samples);
        var (means, variances) = CautiousMoments.Of(samples);
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = samples[i].Count;
        }

        Best = OcbaAllocation.IndexOfLeast(means);
        shares = OcbaAllocation.OfGaps(Gaps(means, variances), variances, Best);
        if (options.Level < 1)
        {
            Probability = SelectionProbability.OfChoice(samples, Best);
        }

        IsFinished = counts.Length == 1 || options.Budget - counts.Sum() < options.Chunk || Probability >= options.Level;
    }

    private double[] Gaps(double[] means, double[] variances)
    {
        var gaps = new double[means.Length];
        var ofBest = variances[Best] / counts[Best];
        for (var i = 0; i < gaps.Length; i++)
        {
            var error = Math.Sqrt(ofBest + (variances[i] / counts[i]));
            gaps[i] = Math.Max(0, means[i] - means[Best] - (options.Optimism * error));
        }

        return gaps;
    }

    private void Check(ReadOnlySpan<ChoiceSample> samples)
    {
        if (samples.Length != counts.Length)
        {
            throw new ArgumentException("There is one sample a choice.", nameof(samples));
        }

        for (var i = 0; i < samples.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(samples[i].Count, Math.Max(1, counts[i]), nameof(samples));
            if (!double.IsFinite(samples[i].Mean))
            {
                throw new ArgumentOutOfRangeException(nameof(samples), samples[i].Mean, "Means are finite.");
            }

            if (samples[i].IsShare != samples[0].IsShare)
            {
                throw new ArgumentException("Shares and other means do not compare.", nameof(samples));
            }
        }
    }

    private long Chunks(long replications) => (replications + options.Chunk - 1) / options.Chunk;
}
