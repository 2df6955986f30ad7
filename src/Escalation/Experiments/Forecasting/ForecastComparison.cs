namespace Escalation.Experiments;

/// <summary>Whether one forecaster scores better than another over the same dates.</summary>
/// <param name="Scores">Mean scores and the mean of second minus first with its interval by Student's t, as if dates were
/// independent. Scores are the better the less, so a difference above 0 speaks for the first forecaster.</param>
/// <param name="Lag">How many dates later a score still depends on one: forecasts of h windows ahead overlap up to lag
/// h − 1.</param>
/// <param name="Interval">The interval of the difference that allows for that dependence; infinite where too few dates are left.
/// </param>
/// <param name="Statistic">The difference by its standard error; NaN where there is no such error.</param>
/// <param name="P">Two-sided p-value of no difference, with that dependence; NaN where there is no statistic.</param>
/// <param name="IsTapered">Whether the variance is by Bartlett's weights, since the plain sum of autocovariances was not
/// positive.</param>
/// <remarks>
/// Diebold and Mariano (1995), Journal of Business and Economic Statistics 13, 253–263: the variance of the mean is the sum of
/// the autocovariances of the differences up to the lag, by n. With the correction of Harvey, Leybourne and Newbold (1997),
/// International Journal of Forecasting 13, 281–291: times √((n + 1 − 2 h + h (h − 1)/n)/n) with h = lag + 1, and Student's law
/// of n − 1 degrees of freedom. At lag 0 it is Student's test of <paramref name="Scores"/>.
/// </remarks>
public sealed record ForecastComparison(
    PairedMeans Scores, int Lag, Interval Interval, double Statistic, double P, bool IsTapered)
{
    private static readonly Interval Unknown = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Compares two forecasters.</summary>
    /// <param name="first">Scores of the first, one a date, in order of the dates; all finite.</param>
    /// <param name="second">Scores of the second at the same dates.</param>
    /// <param name="lag">How many dates later a score still depends on one; not negative.</param>
    /// <param name="level">Confidence, between 0 and 1, both excluded.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentException">There are not as many first scores as second ones.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is not finite, the lag negative or the level out of
    /// range.</exception>
    public static ForecastComparison Of(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, int lag = 0, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lag);
        CheckFinite(first, nameof(first));
        CheckFinite(second, nameof(second));
        var scores = PairedMeans.Of(first, second, level);
        var (count, mean) = (first.Length, scores.Difference.Mean);
        var horizon = lag + 1.0;
        var correction = count == 0 ? 0 : (count + 1 - (2 * horizon) + (horizon * (horizon - 1) / count)) / count;
        if (count < 2 || lag >= count || !(correction > 0))
        {
            return new(scores, lag, Unknown, double.NaN, double.NaN, IsTapered: false);
        }

        var deviations = new double[count];
        for (var date = 0; date < count; date++)
        {
            deviations[date] = second[date] - first[date] - mean;
        }

        var sum = Variance(deviations, lag, isTapered: false);
        var isTapered = !(sum > 0) && lag > 0;
        sum = isTapered ? Variance(deviations, lag, isTapered: true) : sum;
        var error = Math.Sqrt(sum / count / correction);
        var statistic = mean == 0 ? 0 : mean / error;
        var half = error * StudentLaw.UpperQuantile(count - 1, BinomialInterval.TailOf(level));
        var p = StudentLaw.TwoSidedP(count - 1, Math.Abs(statistic));
        return new(scores, lag, new(mean - half, mean + half), statistic, p, isTapered);
    }

    // γ₀ + 2 Σ w γ with γ over n: Bartlett's weights 1 − k/(lag + 1) keep the sum from being negative (Newey and West 1987).
    private static double Variance(double[] deviations, int lag, bool isTapered)
    {
        var sum = 0.0;
        for (var shift = 0; shift <= lag; shift++)
        {
            var product = 0.0;
            for (var date = shift; date < deviations.Length; date++)
            {
                product += deviations[date] * deviations[date - shift];
            }

            var weight = isTapered ? 1 - (shift / (lag + 1.0)) : 1;
            sum += (shift == 0 ? 1 : 2) * weight * product / deviations.Length;
        }

        return sum;
    }

    private static void CheckFinite(ReadOnlySpan<double> scores, string name)
    {
        foreach (var score in scores)
        {
            if (!double.IsFinite(score))
            {
                throw new ArgumentOutOfRangeException(name, score, "Scores that are compared are finite.");
            }
        }
    }
}
