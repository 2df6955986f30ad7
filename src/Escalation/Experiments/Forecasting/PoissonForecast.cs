namespace Escalation.Experiments;

/// <summary>A forecast by Poisson's law.</summary>
public sealed class PoissonForecast : CountForecast
{
    private const double GreatestMean = 1e12;

    private readonly double spread;

    /// <summary>Makes the forecast.</summary>
    /// <param name="mean">Mean; from 0 to 10¹².</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is out of its range.</exception>
    public PoissonForecast(double mean)
    {
        if (!(mean >= 0 && mean <= GreatestMean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean count lies from 0 to 10¹².");
        }

        Mean = mean;
        spread = mean == 0 ? 0 : CountSpread.MeanDistance(x => -mean * x, 2 * mean);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    /// <remarks>+∞ for any count above 0 if the mean is 0.</remarks>
    public override double LogScore(long observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        return observed == 0 ? Mean : Mean == 0 ? double.PositiveInfinity : -LogMass(observed);
    }

    /// <inheritdoc/>
    /// <remarks>(y − λ)(2 F(y) − 1) + 2 λ f(y) − ½ E|X − X′|: Jordan, Krüger and Lerch (2019), Journal of Statistical Software 90
    /// (12), after Wei and Held (2014). The last term, λ e^(−2λ) (I₀(2λ) + I₁(2λ)) there, comes from <see cref="CountSpread"/>.
    /// </remarks>
    public override double Crps(long observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        var mass = Math.Exp(-LogScore(observed));
        return ((observed - Mean) * ((2 * AtMost(observed)) - 1)) + (2 * Mean * mass) - (spread / 2);
    }

    /// <inheritdoc/>
    public override double AtMost(long count) =>
        count < 0 ? 0 : Mean == 0 ? 1 : IncompleteGamma.At(count + 1.0, Mean).Upper;

    /// <inheritdoc/>
    public override long Quantile(double chance)
    {
        CheckChance(chance);
        return Mean == 0 ? 0 : Whole(CountQuantile.Poisson(UnitPoint.FromX(chance), Mean));
    }

    // Loader (2000), "Fast and accurate computation of binomial probabilities", which does without the difference of large
    // logarithms.
    private double LogMass(long count) =>
        -BinomialDensity.StirlingError(count) - BinomialDensity.Deviance(count, Mean, count - Mean)
            - (0.5 * Math.Log(2 * Math.PI * count));
}
