using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>The value of a formula of estimates, and what each history contributes to its error.</summary>
/// <remarks>To first order an estimate from n histories is its true value plus the mean of n influences (von Mises 1947,
/// Ann. Math. Stat. 18, 309–348; Hampel 1974, JASA 69, 383–393), of which each belongs to a history. So the error of any formula
/// is that of a mean, and policies that share their luck are compared history by history.</remarks>
public sealed class EstimatedValue
{
    private readonly double[] influences;

    internal EstimatedValue(double value, Interval interval, double[] influences) =>
        (Value, Interval, this.influences) = (value, interval, influences);

    /// <summary>The value, in the unit of the formula; NaN if no history has one.</summary>
    public double Value { get; }

    /// <summary>Its interval: exact for a single share, Student's for a single mean, of ranks for a single quantile, else
    /// Student's over the influences.</summary>
    public Interval Interval { get; }

    /// <summary>How many histories it rests on.</summary>
    public int Count => influences.Length;

    /// <summary>The variance of a single history's influence: n times the square of the standard error.</summary>
    public double Variance => ExactMoments.Of(influences).Variance;

    /// <summary>The standard error.</summary>
    public double StandardError => Math.Sqrt(Variance / Count);

    /// <summary>A sum of values that have the same luck, each times a weight: what comes of policies that are followed with given
    /// chances, or a difference of differences.</summary>
    /// <param name="parts">Weights and values, at least one, all of as many histories.</param>
    /// <param name="level">Confidence of the interval, between 0 and 1.</param>
    /// <returns>The sum, with Student's interval over the histories.</returns>
    public static EstimatedValue Sum(IReadOnlyList<(double Weight, EstimatedValue Value)> parts, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts is [(1, var only)])
        {
            return only;
        }

        var influences = new double[parts[0].Value.Count];
        foreach (var (weight, part) in parts)
        {
            Debug.Assert(part.Count == influences.Length, "What is added is of histories with the same luck.");
            for (var replication = 0; replication < influences.Length; replication++)
            {
                influences[replication] += weight * part.influences[replication];
            }
        }

        // What cancels leaves rounding behind, which is nobody's gain.
        var rounding = 1e-13 * parts.Sum(part => Math.Abs(part.Weight * part.Value.Value));
        var sum = parts.Sum(part => part.Weight * part.Value.Value);
        var deviation = ExactMoments.Of(influences).StandardDeviation;
        var (value, spread) = (Math.Abs(sum) <= rounding ? 0 : sum, deviation <= rounding ? 0 : deviation);
        return new(value, MeanEstimate.Of(influences.Length, 0, value, spread, level).Interval, influences);
    }

    /// <summary>The value times a factor.</summary>
    /// <param name="factor">The factor, not 0.</param>
    public EstimatedValue Times(double factor)
    {
        if (factor == 1)
        {
            return this;
        }

        var (one, other) = (Interval.Lower * factor, Interval.Upper * factor);
        return new(
            Value * factor, new(Math.Min(one, other), Math.Max(one, other)), Array.ConvertAll(influences, one => one * factor));
    }

    /// <summary>By how much another policy differs that has the same luck.</summary>
    /// <param name="other">The other one, of as many histories.</param>
    /// <param name="level">Confidence of the interval, between 0 and 1.</param>
    /// <returns>The other value less this one, with Student's interval over the histories.</returns>
    public MeanEstimate To(EstimatedValue other, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(other);
        Debug.Assert(Count == other.Count, "Pairs are of histories with the same luck.");
        var differences = influences.Zip(other.influences, (here, there) => there - here).ToArray();
        var spread = ExactMoments.Of(differences).StandardDeviation;
        return MeanEstimate.Of(Count, 0, other.Value - Value, spread, level);
    }
}
