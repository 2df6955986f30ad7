using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>What is believed of the mean of a choice, in a coordinate in which the belief is a smooth bump.</summary>
/// <remarks>
/// <para>Shares, with the prior of Jeffreys: Beta(x + ½, n − x + ½), in the angle θ with p = sin² θ, from 0 to π/2. The
/// density in θ is finite also where that in p is not.</para>
/// <para>Other means, with the prior ∝ 1/σ²: mean + s/√n · t with n − 1 degrees of freedom ν, in the angle φ with t = √ν tan
/// φ. Gelman et al., Bayesian Data Analysis (2013), section 3.2. The tails end at ± π/2 instead of nowhere.</para>
/// </remarks>
internal abstract class MeanPosterior
{
    /// <summary>Gets where the coordinate begins and ends, the middle of the bump, and about its standard deviation.</summary>
    public abstract (double Low, double Middle, double Deviation, double High) Shape { get; }

    /// <summary>Gets a value indicating whether the mean is known for sure.</summary>
    public virtual bool IsSure => false;

    /// <summary>The belief of one choice.</summary>
    /// <param name="sample">What is known of it.</param>
    public static MeanPosterior Of(ChoiceSample sample)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sample.Count, sample.IsShare ? 1 : 2, nameof(sample));
        return sample.IsShare ? new OfShare(sample.Hits + 0.5, sample.Count - sample.Hits + 0.5)
            : sample.Variance > 0 ? new OfMean(sample)
            : new OfSure(sample.Mean);
    }

    /// <summary>The density at a coordinate, per unit of the coordinate.</summary>
    public abstract double Density(double coordinate);

    /// <summary>The mean that a coordinate stands for.</summary>
    public abstract double At(double coordinate);

    /// <summary>The coordinate of a mean.</summary>
    public abstract double Coordinate(double mean);

    /// <summary>P(the mean of this choice is above a number).</summary>
    public abstract double Above(double number);

    private sealed class OfShare(double a, double b) : MeanPosterior
    {
        public override (double Low, double Middle, double Deviation, double High) Shape =>
            (0, Coordinate(a / (a + b)), 0.5 / Math.Sqrt(a + b), Math.PI / 2);

        public override double Density(double coordinate)
        {
            var point = Point(coordinate);
            var shortfall = a - ((a + b) * point.X);
            return point.X > 0 && point.Y > 0
                ? 2 * BinomialDensity.BetaFactor(a, b, point, shortfall) / Math.Sqrt(point.X * point.Y)
                : 0;
        }

        public override double At(double coordinate) => Point(coordinate).X;

        public override double Coordinate(double mean) => Math.Asin(Math.Sqrt(Math.Clamp(mean, 0, 1)));

        public override double Above(double number) =>
            number <= 0 ? 1 : number >= 1 ? 0 : IncompleteBeta.At(a, b, UnitPoint.FromX(number)).Upper;

        private static UnitPoint Point(double coordinate)
        {
            var (sine, cosine) = Math.SinCos(coordinate);
            return new(sine * sine, cosine * cosine);
        }
    }

    private sealed class OfMean : MeanPosterior
    {
        private readonly double mean;
        private readonly double freedom;
        private readonly double error;
        private readonly double factor;

        public OfMean(ChoiceSample sample)
        {
            mean = sample.Mean;
            freedom = sample.Count - 1;
            error = Math.Sqrt(sample.Variance / sample.Count);

            // 1/B(½, ν/2), read off where sin² φ is the mean of its law, so that nothing overflows.
            var middle = UnitPoint.FromX(1 / (1 + freedom));
            var there = BinomialDensity.BetaFactor(0.5, freedom / 2, middle, 0.5 - ((0.5 + (freedom / 2)) * middle.X));
            factor = there / Math.Sqrt(middle.X) / Power(middle.X, freedom / 2);
        }

        public override (double Low, double Middle, double Deviation, double High) Shape =>
            (-Math.PI / 2, 0, 1 / Math.Sqrt(freedom + 1), Math.PI / 2);

        public override double Density(double coordinate)
        {
            var sine = Math.Sin(coordinate);
            return factor * Power(sine * sine, (freedom - 1) / 2);
        }

        public override double At(double coordinate) => mean + (error * Math.Sqrt(freedom) * Math.Tan(coordinate));

        public override double Coordinate(double number) => Math.Atan((number - mean) / error / Math.Sqrt(freedom));

        public override double Above(double number)
        {
            var t = (number - mean) / error;
            var tail = StudentLaw.TwoSidedP(freedom, Math.Abs(t)) / 2;
            return t >= 0 ? tail : 1 - tail;
        }

        private static double Power(double squareOfSine, double exponent) =>
            Math.Exp(exponent * LogarithmNearOne.OfOnePlus(-squareOfSine));
    }

    private sealed class OfSure(double mean) : MeanPosterior
    {
        public override (double Low, double Middle, double Deviation, double High) Shape => (mean, mean, 0, mean);

        public override bool IsSure => true;

        public override double Density(double coordinate) => 0;

        public override double At(double coordinate) => mean;

        public override double Coordinate(double number) => number;

        // A tie is given to both by halves.
        public override double Above(double number) => number < mean ? 1 : number == mean ? 0.5 : 0;
    }
}
