using System.Globalization;
using System.Numerics;

namespace Escalation.Experiments;

/// <summary>Count, mean and spread of a measure over replications, without keeping the values and without rounding on the way:
/// any division of the replications, in any order, gives the same bits.</summary>
/// <remarks>It keeps Σx and Σx² exactly (<see cref="ExactSum"/>), so that neither a large mean nor a sum that cancels takes
/// digits away; each figure is rounded once, when it is asked for. Not safe for several threads at once.</remarks>
public sealed class ExactMoments
{
    private readonly ExactSum sum = new();
    private readonly ExactSum squares = new();

    /// <summary>Gets the number of values, without the missing ones.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the number of replications that had no value.</summary>
    public long MissingCount { get; private set; }

    /// <summary>Gets the least value; NaN without values.</summary>
    public double Minimum { get; private set; } = double.NaN;

    /// <summary>Gets the greatest value; NaN without values.</summary>
    public double Maximum { get; private set; } = double.NaN;

    /// <summary>Gets the sum of the values, in their unit: the double nearest to it, 0 without values.</summary>
    public double Sum => sum.Value;

    /// <summary>Gets the mean, in the unit of the values: the double nearest to it; NaN without values.</summary>
    public double Mean => sum.Mean(Count);

    /// <summary>Gets the sum of squared deviations from the mean, in the squared unit of the values, rounded once; 0 without
    /// values.</summary>
    public double SquaredDeviations => Count == 0 ? 0 : Deviations(Count);

    /// <summary>Gets the variance with divisor n − 1, in the squared unit of the values, rounded once; NaN with fewer than 2
    /// values.</summary>
    public double Variance => Count < 2 ? double.NaN : Deviations((BigInteger)Count * (Count - 1));

    /// <summary>Gets the standard deviation, in the unit of the values; NaN with fewer than 2 values.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Takes the moments of values.</summary>
    /// <param name="values">Finite values, or NaN where there is none.</param>
    /// <returns>Their moments.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is infinite.</exception>
    public static ExactMoments Of(ReadOnlySpan<double> values)
    {
        var moments = new ExactMoments();
        foreach (var value in values)
        {
            moments.Add(value);
        }

        return moments;
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Moments that go on as the earlier ones would have.</returns>
    /// <exception cref="FormatException">The text is none.</exception>
    public static ExactMoments Parse(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != 6
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var missingCount)
            || !double.TryParse(parts[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var minimum)
            || !double.TryParse(parts[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var maximum))
        {
            throw new FormatException($"'{text}' are no moments: count, missing, least, greatest, sum and sum of squares.");
        }

        var moments = new ExactMoments
        {
            Count = count,
            MissingCount = missingCount,
            Minimum = minimum,
            Maximum = maximum,
        };
        moments.sum.Merge(ExactSum.Parse(parts[4]));
        moments.squares.Merge(ExactSum.Parse(parts[5]));
        return moments;
    }

    /// <summary>Takes in the value of one more replication.</summary>
    /// <param name="value">A finite value, or NaN where there is none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite; nothing changes.</exception>
    public void Add(double value)
    {
        if (double.IsNaN(value))
        {
            MissingCount++;
            return;
        }

        if (double.IsInfinity(value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, "A mean needs finite values; where there is no value, add NaN.");
        }

        // −0 counts as 0, so that which of the two came first is not to be seen.
        value += 0.0;
        Count++;
        sum.Add(value);
        squares.AddProduct(value, value);
        (Minimum, Maximum) = (Least(Minimum, value), Greatest(Maximum, value));
    }

    /// <summary>Takes in all values of another one.</summary>
    /// <param name="other">What is taken in; it stays as it is.</param>
    public void Merge(ExactMoments other)
    {
        Count += other.Count;
        MissingCount += other.MissingCount;
        sum.Merge(other.sum);
        squares.Merge(other.squares);
        (Minimum, Maximum) = (Least(Minimum, other.Minimum), Greatest(Maximum, other.Maximum));
    }

    /// <summary>The whole state as text, the same for the same values in any order.</summary>
    /// <returns>Six words, that <see cref="Parse"/> reads.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count} {MissingCount} {Minimum:R} {Maximum:R} {sum} {squares}");

    // Of two the one that is there; the framework's Min and Max prefer NaN.
    private static double Least(double one, double other) => one <= other || double.IsNaN(other) ? one : other;

    private static double Greatest(double one, double other) => one >= other || double.IsNaN(other) ? one : other;

    // (n Σx² − (Σx)²)/(n divisor), where the sums are whole numbers over a power of two.
    private double Deviations(BigInteger divisor)
    {
        var (first, second) = (sum.Numerator, squares.Numerator);
        var over = ExactSum.Denominator;
        return ExactRatio.Round((Count * second * over) - (first * first), divisor * over * over);
    }
}
