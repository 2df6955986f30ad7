using Escalation.Engine;
using Escalation.Tests.Support;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Escalation.Tests.Engine;

/// <summary>Each continuous generator against its distribution function, mean and variance.</summary>
/// <remarks>
/// Each of some 70 tests has a false-alarm rate of 1e-5 under another seed (the variance tests of skewed laws somewhat more).
/// With 200,000 draws Kolmogorov–Smirnov sees a distribution function that is off by 0.006 anywhere, and a mean that is 2 % off
/// gives |z| = 9 where standard deviation and mean are equal.
/// </remarks>
internal sealed class ContinuousVariateTests
{
    private const int Draws = 200_000;

    private static IEnumerable<Law> Laws =>
    [
        .. from mean in new[] { 1, 1e-9, 30, 1e6 } select ExponentialLaw(mean),
        .. from law in new (double, double)[] { (0, 1), (-3, 0.5), (1e6, 1e-3) } select NormalLaw(law.Item1, law.Item2),
        .. from mean in new[] { 1, 1e-9, 1e6 } from shape in new[] { 0.05, 0.5, 1, 1.5, 400 } select GammaLaw(mean, shape),
        .. from law in new (double, double)[] { (2, 1.5), (0.25, 2), (1e6, 10) } select LognormalLaw(law.Item1, law.Item2),
        .. from law in new (double, double)[] { (1, 1), (30, 0.5), (1e-9, 2), (1e6, 7) } select WeibullLaw(law.Item1, law.Item2),
        .. from law in new (double, double)[] { (0.0, 1.0), (-5, 7), (1e6, 1000001) } select UniformLaw(law.Item1, law.Item2),
        .. from law in new (double, double, double)[] { (0, 1, 2), (0.0, 0, 4), (-1, 3.0, 3), (1e6, 1e6 + 1, 1e6 + 9) }
           select TriangularLaw(law.Item1, law.Item2, law.Item3),
        .. from law in new (double, double)[] { (1.0, 1.0), (2, 5), (0.5, 0.5), (0.05, 2), (3, 0.3), (300, 600) }
           select BetaLaw(law.Item1, law.Item2),
    ];

    [TestCaseSource(nameof(Laws))]
    public void Draws_follow_the_distribution_function(Law law) =>
        Assert.That(Statistical.KolmogorovSmirnovP(VariateSample.Of(law.Name, Draws, law.Draw), law.Cumulative),
            Is.GreaterThan(Statistical.LeastP));

    [TestCaseSource(nameof(Laws))]
    public void Draws_have_the_mean_and_the_variance(Law law)
    {
        var sample = VariateSample.Of(law.Name, Draws, law.Draw);

        Assert.That(Math.Abs(Statistical.MeanZ(sample, law.Mean, law.Variance)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.VarianceZ(sample, law.Mean, law.Variance, law.ExcessKurtosis)),
            Is.LessThan(Statistical.ZBound));
    }

    [Test]
    public void A_mean_that_is_two_percent_wrong_is_seen()
    {
        var law = ExponentialLaw(1);
        var sample = VariateSample.Of(law.Name, Draws, static (ref s) => ExponentialVariate.Draw(ref s, 1.02));

        Assert.That(Math.Abs(Statistical.MeanZ(sample, law.Mean, law.Variance)), Is.GreaterThan(Statistical.ZBound));
        Assert.That(Statistical.KolmogorovSmirnovP(sample, law.Cumulative), Is.LessThan(Statistical.LeastP));
    }

    [Test]
    public void Beyond_the_ziggurat_the_exponential_tail_is_as_exact_as_the_body()
    {
        // The last layer ends at 7.697: beyond it the waits begin anew. P = 4.5e-4, some 2,700 of 6 million.
        const double Start = 7.69711747013105;
        var beyond = VariateSample.Of("tail", 6_000_000, ExponentialVariate.DrawUnit).Where(x => x > Start).ToArray();

        Assert.That(Math.Abs(Statistical.ShareZ(beyond.Length, 6e6, Math.Exp(-Start))), Is.LessThan(Statistical.ZBound));
        Assert.That(Statistical.KolmogorovSmirnovP(beyond, x => 1 - Math.Exp(Start - x)), Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void Beyond_the_ziggurat_the_normal_tails_are_as_exact_as_the_body()
    {
        // The last layer ends at 3.654, where the two tails hold 2.6e-4: some 1,500 of 6 million.
        const double Start = 3.65415288536101;
        var tails = SpecialFunctions.Erfc(Start / Constants.Sqrt2);
        var beyond = VariateSample.Of("tails", 6_000_000, NormalVariate.DrawUnit).Where(x => Math.Abs(x) > Start).ToArray();
        var above = beyond.Count(x => x > 0);

        Assert.That(Math.Abs(Statistical.ShareZ(beyond.Length, 6e6, tails)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.ShareZ(above, beyond.Length, 0.5)), Is.LessThan(Statistical.ZBound));
        Assert.That(Statistical.KolmogorovSmirnovP(
            [.. beyond.Select(Math.Abs)], x => 1 - (SpecialFunctions.Erfc(x / Constants.Sqrt2) / tails)),
            Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void A_gamma_number_of_tiny_shape_is_below_the_least_double_as_often_as_it_should()
    {
        // Near 0, P(G ≤ x) = (x / scale)^shape / Γ(shape + 1): at shape 0.001 half of the numbers are below 1e-301.
        const double Shape = 0.001;
        foreach (var bound in new[] { 1e-300, 1e-150, 1e-10 })
        {
            var sample = VariateSample.Of("tiny", Draws, static (ref s) => GammaVariate.Draw(ref s, 1e6, Shape));
            var below = sample.Count(x => x <= bound);
            var p = Math.Exp((Shape * (Math.Log(bound) - Math.Log(1e6 / Shape))) - SpecialFunctions.GammaLn(Shape + 1));

            Assert.That(Math.Abs(Statistical.ShareZ(below, Draws, p)), Is.LessThan(Statistical.ZBound));
        }
    }

    [TestCase(1e6)]
    [TestCase(1e9)]
    public void A_gamma_number_of_huge_shape_is_near_its_mean(double shape)
    {
        var sample = VariateSample.Of("huge", Draws, (ref s) => GammaVariate.Draw(ref s, 3, shape));

        Assert.That(Math.Abs(Statistical.MeanZ(sample, 3, 9 / shape)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.VarianceZ(sample, 3, 9 / shape, 6 / shape)), Is.LessThan(Statistical.ZBound));
    }

    [TestCase(0.001, 0.002)]
    [TestCase(1e-310, 3e-310)]
    public void A_beta_number_of_tiny_shapes_is_0_or_1_with_the_right_mean(double a, double b)
    {
        var sample = VariateSample.Of("ends", Draws, (ref s) => BetaVariate.Draw(ref s, a, b));
        var mean = 1 / (1 + (b / a));

        Assert.That(sample.Count(x => x is < 1e-6 or > 1 - 1e-6), Is.GreaterThan(0.98 * Draws));
        Assert.That(Math.Abs(Statistical.MeanZ(sample, mean, mean * (1 - mean) / (a + b + 1))), Is.LessThan(Statistical.ZBound));
    }

    private static Law ExponentialLaw(double mean) => new(
        $"exponential({mean})", (ref s) => ExponentialVariate.Draw(ref s, mean),
        x => 1 - Math.Exp(-x / mean), mean, mean * mean, 6);

    private static Law NormalLaw(double mean, double sd) => new(
        $"normal({mean}, {sd})", (ref s) => NormalVariate.Draw(ref s, mean, sd),
        x => 0.5 * SpecialFunctions.Erfc((mean - x) / sd / Constants.Sqrt2), mean, sd * sd, 0);

    // Near 0 the leading term of the series, which is exact there and which MathNet's series rounds.
    private static Law GammaLaw(double mean, double shape) => new(
        $"gamma({mean}, {shape})", (ref s) => GammaVariate.Draw(ref s, mean, shape),
        x => x * shape / mean < 1e-12
            ? Math.Exp((shape * Math.Log(x * shape / mean)) - SpecialFunctions.GammaLn(shape + 1))
            : SpecialFunctions.GammaLowerRegularized(shape, x * shape / mean),
        mean, mean * mean / shape, 6 / shape);

    private static Law LognormalLaw(double median, double spread)
    {
        var sigma = Math.Log(spread);
        var w = Math.Exp(sigma * sigma);
        return new($"lognormal({median}, {spread})", (ref s) => LognormalVariate.Draw(ref s, median, spread),
            x => 0.5 * SpecialFunctions.Erfc((Math.Log(median) - Math.Log(x)) / sigma / Constants.Sqrt2),
            median * Math.Sqrt(w), median * median * w * (w - 1), Math.Pow(w, 4) + (2 * Math.Pow(w, 3)) + (3 * w * w) - 6);
    }

    private static Law WeibullLaw(double scale, double shape)
    {
        var (m1, m2, m3, m4) = (Moment(1), Moment(2), Moment(3), Moment(4));
        var variance = m2 - (m1 * m1);
        var fourth = m4 - (4 * m1 * m3) + (6 * m1 * m1 * m2) - (3 * Math.Pow(m1, 4));
        return new($"weibull({scale}, {shape})", (ref s) => WeibullVariate.Draw(ref s, scale, shape),
            x => 1 - Math.Exp(-Math.Pow(x / scale, shape)),
            scale * m1, scale * scale * variance, (fourth / variance / variance) - 3);

        double Moment(int order) => SpecialFunctions.Gamma(1 + (order / shape));
    }

    private static Law UniformLaw(double low, double high) => new(
        $"uniform({low}, {high})", (ref s) => UniformVariate.Draw(ref s, low, high),
        x => (x - low) / (high - low), (low + high) / 2, (high - low) * (high - low) / 12, -1.2);

    private static Law TriangularLaw(double low, double mode, double high)
    {
        var law = new Triangular(low, high, mode);
        var (a, b, c) = (0.0, high - low, mode - low);
        return new($"triangular({low}, {mode}, {high})", (ref s) => TriangularVariate.Draw(ref s, low, mode, high),
            law.CumulativeDistribution, law.Mean, ((a * a) + (b * b) + (c * c) - (a * b) - (a * c) - (b * c)) / 18, -0.6);
    }

    private static Law BetaLaw(double a, double b)
    {
        var n = a + b;
        var kurtosis = 6 * (((a - b) * (a - b) * (n + 1)) - (a * b * (n + 2))) / (a * b * (n + 2) * (n + 3));
        return new($"beta({a}, {b})", (ref s) => BetaVariate.Draw(ref s, a, b),
            x => SpecialFunctions.BetaRegularized(a, b, x), a / n, a * b / (n * n * (n + 1)), kurtosis);
    }

    /// <summary>A generator and what its draws must follow.</summary>
    internal sealed record Law(
        string Name, VariateDraw Draw, Func<double, double> Cumulative, double Mean, double Variance, double ExcessKurtosis)
    {
        public override string ToString() => Name;
    }
}
