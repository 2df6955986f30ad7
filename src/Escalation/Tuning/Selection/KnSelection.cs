using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>Chooses the least mean with a promise: right with probability 1 − α at least, if the best is better than all
/// others by the indifference zone.</summary>
/// <remarks>
/// Kim and Nelson (2001), ACM Transactions on Modeling and Computer Simulation 11, 251–273, with c = 1. All choices that are
/// left get one replication after another in lock-step; choice i is out when its mean exceeds that of another one by more than
/// W = max(0, δ/(2r) (h² S²/δ² − r)) after r replications, where S² is the variance of their differences over the first n₀.
/// Luck may be common: it makes S² small. Nothing here is random.
/// </remarks>
public sealed class KnSelection
{
    private readonly KnOptions options;
    private readonly double squareOfH;
    private readonly double[] sums;
    private readonly double[] means;
    private readonly double[] squares;
    private readonly List<int> left;

    /// <summary>Begins a selection.</summary>
    /// <param name="choices">How many choices there are, k; at least 2.</param>
    /// <param name="options">What is promised.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public KnSelection(int choices, KnOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(choices, 2);
        options.Check(choices);
        this.options = options;
        squareOfH = options.SquareOfH(choices);
        sums = new double[choices];
        means = new double[choices * choices];
        squares = new double[choices * choices];
        left = [.. Enumerable.Range(0, choices)];
    }

    /// <summary>Gets the number of replications told, r.</summary>
    public long Replications { get; private set; }

    /// <summary>Gets the choices that are not out, in order of their indices.</summary>
    public ImmutableArray<int> Left => [.. left];

    /// <summary>Gets a value indicating whether one choice is left.</summary>
    public bool IsFinished => left.Count == 1;

    /// <summary>Gets the choice of least mean among those left, the first of equals.</summary>
    public int Best => left.MinBy(choice => sums[choice]);

    /// <summary>Tells one replication of all choices that are left.</summary>
    /// <param name="values">One value a choice; those of choices that are out are not looked at. Replications are told in
    /// order of their numbers: those told after the selection has ended do not count.</param>
    /// <exception cref="ArgumentException">There is not one value a choice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value of a choice that is left is not finite.</exception>
    public void Tell(ReadOnlySpan<double> values)
    {
        if (values.Length != sums.Length)
        {
            throw new ArgumentException("There is one value a choice.", nameof(values));
        }

        if (IsFinished)
        {
            return;
        }

        Replications++;
        foreach (var choice in left)
        {
            if (!double.IsFinite(values[choice]))
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[choice], "Values are finite.");
            }

            sums[choice] += values[choice];
        }

        if (Replications <= options.FirstReplications)
        {
            AddDifferences(values);
        }

        if (Replications >= options.FirstReplications)
        {
            Screen();
        }
    }

    // Welford (1962), Technometrics 4, 419–420, for the differences of each pair.
    private void AddDifferences(ReadOnlySpan<double> values)
    {
        for (var i = 0; i < sums.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var pair = (i * sums.Length) + j;
                var difference = values[i] - values[j];
                var move = difference - means[pair];
                means[pair] += move / Replications;
                squares[pair] += move * (difference - means[pair]);
            }
        }
    }

    private void Screen()
    {
        var before = left.ToArray();
        left.RemoveAll(i => Array.Exists(before, j => j != i && sums[i] - sums[j] > Triangle(Math.Max(i, j), Math.Min(i, j))));

        // The triangle of each pair has closed in the end, and only ties are left: the first is chosen.
        if (left.Count > 1 && left.TrueForAll(i => left.TrueForAll(j =>
            i == j || (Triangle(Math.Max(i, j), Math.Min(i, j)) == 0 && sums[i] == sums[j]))))
        {
            left.RemoveRange(1, left.Count - 1);
        }
    }

    // W times the number of replications: sums are compared, not means.
    private double Triangle(int i, int j)
    {
        var variance = Math.Max(options.LeastVariance, squares[(i * sums.Length) + j] / (options.FirstReplications - 1));
        var zone = options.IndifferenceZone;
        return Math.Max(0, zone / 2 * ((squareOfH * variance / (zone * zone)) - Replications));
    }
}
