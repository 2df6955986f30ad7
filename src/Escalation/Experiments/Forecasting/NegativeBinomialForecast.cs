namespace Escalation.Experiments;

/// <summary>A forecast by the negative binomial law: a Poisson count whose mean follows a gamma law.</summary>
public sealed class NegativeBinomialForecast : CountForecast
{
    /// <summary>The least shape.</summary>
    internal const double LeastShape = 1e-6;

    /// <summary>The greatest shape: beyond it the law is Poisson's to all digits that scores have.</summary>
    internal const double GreatestShape = 1e10;

    private const double LeastMean = 1e-9;
    private const double GreatestMean = 1e12;

    // Chance of no count in each of `shape` trials, and its complement: shape/(shape + mean), mean/(shape + mean).
    private readonly UnitPoint none;
    private readonly double spread;

    /// <summary>Makes the forecast.</summary>
    /// <param name="mean">Mean; from 10⁻⁹ to 10¹².</param>
    /// <param name="shape">Shape; from 10⁻⁶ to 10¹⁰. The variance is mean + mean²/shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public NegativeBinomialForecast(double mean, double shape)
    {
        if (!(mean >= LeastMean && mean <= GreatestMean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "This mean count lies from 10⁻⁹ to 10¹².");
        }

        if (!(shape >= LeastShape && shape <= GreatestShape))
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape, "The shape lies from 10⁻⁶ to 10¹⁰.");
        }

        Mean = mean;
        Shape = shape;
        none = new(1 / (1 + (mean / shape)), 1 / (1 + (shape / mean)));

        // X − X′ has the characteristic function (1 + x mean (1 + mean/shape)/shape)^(−shape) at x = 2 (1 − cos t).
        var factor = mean / shape * (1 + (mean / shape));
        spread = CountSpread.MeanDistance(x => -shape * LogarithmNearOne.OfOnePlus(factor * x), 2 * Variance);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <summary>Gets the shape: the smaller, the more the count varies beyond Poisson's law.</summary>
    public double Shape { get; }

    /// <summary>Gets the variance, mean + mean²/shape.</summary>
    public double Variance => Mean + (Mean * Mean / Shape);

    /// <inheritdoc/>
    public override double LogScore(long observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        if (observed == 0)
        {
            return Shape * LogarithmNearOne.OfOnePlus(Mean / Shape);
        }

        // The mass of k is p^n q^k / (k B(n, k)).
        var shortfall = none.X <= none.Y
            ? Shape - ((Shape + observed) * none.X)
            : ((Shape + observed) * none.Y) - observed;
        return Math.Log(observed) - BinomialDensity.LogBetaFactor(Shape, observed, none, shortfall);
    }

    /// <inheritdoc/>
    /// <remarks>y (2 F(y) − 1) − μ (2 F⁺(y − 1) − 1) − ½ E|X − X′|, where F⁺ has the shape n + 1 and the same chance of no count:
    /// Jordan, Krüger and Lerch (2019), Journal of Statistical Software 90 (12), after Wei and Held (2014). The last term, a
    /// hypergeometric function there, comes from <see cref="CountSpread"/>.</remarks>
    public override double Crps(long observed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        var below = observed == 0 ? 0 : IncompleteBeta.At(Shape + 1, observed, none).Lower;
        return (observed * ((2 * AtMost(observed)) - 1)) - (Mean * ((2 * below) - 1)) - (spread / 2);
    }

    /// <inheritdoc/>
    public override double AtMost(long count) => count < 0 ? 0 : IncompleteBeta.At(Shape, count + 1.0, none).Lower;

    /// <inheritdoc/>
    public override long Quantile(double chance)
    {
        CheckChance(chance);
        return Whole(CountQuantile.NegativeBinomial(UnitPoint.FromX(chance), Mean, Shape));
    }
}
