using System.Runtime.CompilerServices;

namespace Escalation.Experiments;

/// <summary>Number, mean and sum of squared deviations of a measure over replications, without keeping the values.</summary>
/// <remarks>
/// <para>For figures that have the same digits for any number of threads: fill one of these per fixed block of replications, in
/// index order, and merge the blocks in index order. Merging in another order is right too, but may differ in the last
/// digits.</para>
/// <para>NaN says that there is no value (a time that did not come, a maximum of nothing): it is counted in
/// <see cref="MissingCount"/> and left out of the rest, so what is reported is the mean of those that have a value.</para>
/// <para>Not safe for several threads at once.</para>
/// </remarks>
public sealed class Moments
{
    // Differences of two values stay finite; squares may still overflow to +∞ beyond 10¹⁵⁴, which then shows in the figures.
    private const double LargestMagnitude = 1e307;

    private double runningMean;

    /// <summary>Initializes a new instance of the <see cref="Moments"/> class without values.</summary>
    public Moments()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="Moments"/> class from what an earlier one held.</summary>
    /// <param name="count">Number of values, not negative.</param>
    /// <param name="missingCount">Number of NaN, not negative.</param>
    /// <param name="mean">Mean of the values, of at most 10³⁰⁷ in magnitude; without meaning if there are none.</param>
    /// <param name="squaredDeviations">Sum of squared deviations from the mean, not negative; without meaning if there are
    /// none.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public Moments(long count, long missingCount, double mean, double squaredDeviations)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(missingCount);
        MissingCount = missingCount;
        if (count == 0)
        {
            return;
        }

        CheckValue(mean);
        if (!(squaredDeviations >= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(squaredDeviations), squaredDeviations, "A sum of squares is a number and not negative.");
        }

        (Count, runningMean, SquaredDeviations) = (count, mean, squaredDeviations);
    }

    /// <summary>Gets the number of values, without the missing ones.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the number of replications that had no value.</summary>
    public long MissingCount { get; private set; }

    /// <summary>Gets the mean, in the unit of the values; NaN without values.</summary>
    public double Mean => Count == 0 ? double.NaN : runningMean;

    /// <summary>Gets the sum of squared deviations from the mean, in the squared unit of the values; 0 without values.</summary>
    public double SquaredDeviations { get; private set; }

    /// <summary>Gets the variance with divisor n − 1, in the squared unit of the values; NaN with fewer than 2 values.</summary>
    public double Variance => Count < 2 ? double.NaN : SquaredDeviations / (Count - 1);

    /// <summary>Gets the standard deviation, in the unit of the values; NaN with fewer than 2 values.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Takes in the value of one more replication.</summary>
    /// <param name="value">A value of at most 10³⁰⁷ in magnitude, or NaN where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or larger.</exception>
    /// <remarks>Welford (1962), Technometrics 4, 419–420.</remarks>
    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            MissingCount++;
            return;
        }

        CheckValue(value);
        Count++;
        var delta = value - runningMean;
        runningMean += delta / Count;
        SquaredDeviations += delta * (value - runningMean);
    }

    /// <summary>Takes in all values of another one, usually of the next block.</summary>
    /// <param name="other">What is taken in; it stays as it is.</param>
    /// <remarks>Chan, Golub and LeVeque (1983), Am. Stat. 37, 242–247.</remarks>
    public void Merge(Moments other)
    {
        MissingCount += other.MissingCount;
        if (other.Count == 0)
        {
            return;
        }

        // An empty one takes the other's digits as they are, so that leading empty blocks change nothing.
        if (Count == 0)
        {
            (Count, runningMean, SquaredDeviations) = (other.Count, other.runningMean, other.SquaredDeviations);
            return;
        }

        var total = Count + other.Count;
        var delta = other.runningMean - runningMean;
        var otherShare = (double)other.Count / total;
        runningMean += delta * otherShare;
        SquaredDeviations += other.SquaredDeviations + (delta * delta * (Count * otherShare));
        Count = total;
    }

    private static void CheckValue(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(Math.Abs(value) <= LargestMagnitude))
        {
            throw new ArgumentOutOfRangeException(
                name, value, "A mean needs finite values of at most 1e307; where there is no value, add NaN.");
        }
    }
}
