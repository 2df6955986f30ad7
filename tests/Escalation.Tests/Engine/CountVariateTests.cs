using Escalation.Engine;
using Escalation.Tests.Support;

namespace Escalation.Tests.Engine;

/// <summary>Each generator of counts against its law by plain summation, its mean and its variance.</summary>
/// <remarks>
/// Each of some 60 tests has a false-alarm rate of 1e-5 under another seed (the variance tests of skewed laws somewhat more).
/// A mean that is 2 % wrong gives |z| = 9 where standard deviation and mean are equal, and more where the mean is large.
/// </remarks>
internal sealed class CountVariateTests
{
    private const int Draws = 200_000;
    private const int LongTable = 10_000_000;

    private static IEnumerable<Law> Laws =>
    [
        .. from p in new[] { 0.5, 0.03, 0.999 } select BernoulliLaw(p),
        .. from law in new (double, double)[] { (1, 0.3), (20, 0.5), (40, 0.9), (1e9, 1e-9), (1e6, 1 - 1e-6),
            (30, 0.34), (100, 0.3), (25, 0.6), (1e6, 0.3), (1e6, 0.7), (1e9, 0.5) } select BinomialLaw(law.Item1, law.Item2),
        .. from mean in new[] { 0.001, 0.06, 0.9, 9.99, 10, 30, 1e3, 1e6, 1e9 } select PoissonLaw(mean),
        .. from mean in new[] { 0.001, 0.5, 3, 1e3, 1e6 } select GeometricLaw(mean),
        .. from law in new (double, double)[] { (0.06, 0.15), (0.06, 0.05), (2, 1), (5, 3.5), (40, 0.05), (1e3, 1e6),
            (1e6, 0.05), (1e6, 2) }
           select NegativeBinomialLaw(law.Item1, law.Item2),
    ];

    private static IEnumerable<Law> Rejections =>
        [PoissonLaw(10), PoissonLaw(30), PoissonLaw(1e3), BinomialLaw(21, 0.5), BinomialLaw(101, 0.1), BinomialLaw(1e6, 0.3)];

    [TestCaseSource(nameof(Laws))]
    public void Counts_follow_their_law(Law law) =>
        Assert.That(law.Table().ChiSquareP(VariateSample.Of(law.Name, Draws, law.Draw)), Is.GreaterThan(Statistical.LeastP));

    [TestCaseSource(nameof(Laws))]
    public void Counts_have_the_mean_and_the_variance(Law law)
    {
        var sample = VariateSample.Of(law.Name, Draws, law.Draw);

        Assert.That(Math.Abs(Statistical.MeanZ(sample, law.Mean, law.Variance)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.VarianceZ(sample, law.Mean, law.Variance, law.ExcessKurtosis)),
            Is.LessThan(Statistical.ZBound));
    }

    // The rejection methods are exact where their squeeze lies below the law and their hat above it, as the fitted constants make
    // it. Where one is a little off, so are a few probabilities by a little: a larger sample looks for that.
    [TestCaseSource(nameof(Rejections))]
    public void Rejection_follows_the_law_in_a_sample_ten_times_as_large(Law law) =>
        Assert.That(law.Table().ChiSquareP(VariateSample.Of(law.Name, 10 * Draws, law.Draw)), Is.GreaterThan(Statistical.LeastP));

    [Test]
    public void A_shape_that_is_wrong_by_a_twentieth_is_seen()
    {
        var sample = VariateSample.Of("control", Draws, static (ref s) => NegativeBinomialVariate.Draw(ref s, 2, 1.05));

        Assert.That(NegativeBinomialLaw(2, 1).Table().ChiSquareP(sample), Is.LessThan(Statistical.LeastP));
    }

    [Test]
    public void A_count_of_mean_a_billionth_is_1_with_a_chance_of_a_billionth()
    {
        // Inversion of one uniform number u gives 1 from exp(−mean) on: of the 2⁵³ values of u, 1e-9 · 2⁵³ to within one.
        var bound = 1 + double.ExpM1(-1e-9);

        Assert.That(1 - bound, Is.EqualTo(1e-9).Within(2e-16));
        Assert.That(PoissonVariate.Invert(bound - 2e-16, 1e-9), Is.Zero);
        Assert.That(PoissonVariate.Invert(bound + 2e-16, 1e-9), Is.EqualTo(1));
        Assert.That(BinomialVariate.Invert(bound - 2e-16, 1e6, 1e-15), Is.Zero);
        Assert.That(BinomialVariate.Invert(bound + 2e-16, 1e6, 1e-15), Is.EqualTo(1));
    }

    [Test]
    public void The_last_uniform_number_gives_a_count_of_the_far_tail_not_beyond_it()
    {
        // P(X > 60) at mean 9.99 is 1e-26, P(X > 44) at n = 1,000 and p = 0.0099 is 1e-16: the last u lies at about 1e-16.
        Assert.That(PoissonVariate.Invert(Math.BitDecrement(1), 9.99), Is.InRange(40, 60));
        Assert.That(BinomialVariate.Invert(1, 1_000, 0.0099), Is.InRange(38, 60));
        Assert.That(BinomialVariate.Invert(1, 3, 0.5), Is.EqualTo(3));
    }

    [Test]
    public void A_chance_holds_to_the_last_digit_of_the_uniform_number()
    {
        for (var key = 0UL; key < 1_000; key++)
        {
            var (one, two) = (new KeyedStream(key), new KeyedStream(key));
            var u = new KeyedStream(key).NextUniform();

            Assert.That(BernoulliVariate.Draw(ref one, u), Is.Zero);
            Assert.That(BernoulliVariate.Draw(ref two, Math.BitIncrement(u)), Is.EqualTo(1));
        }
    }

    // The least chance and the greatest need no luck.
    [Test]
    public void What_is_certain_happens_and_what_is_impossible_does_not()
    {
        Assert.That(VariateSample.Of("never", 10_000, static (ref s) => BernoulliVariate.Draw(ref s, 0)), Is.All.Zero);
        Assert.That(VariateSample.Of("always", 10_000, static (ref s) => BernoulliVariate.Draw(ref s, 1)), Is.All.EqualTo(1));
        Assert.That(VariateSample.Of("all", 100, static (ref s) => BinomialVariate.Draw(ref s, 1e15, 1)), Is.All.EqualTo(1e15));
    }

    private static Law BernoulliLaw(double p) => new(
        $"bernoulli({p})", (ref s) => BernoulliVariate.Draw(ref s, p),
        () => new StatisticalCountLaw(0, [1 - p, p]), p, p * (1 - p), (1 - (6 * p * (1 - p))) / (p * (1 - p)));

    private static Law BinomialLaw(double n, double p)
    {
        var (q, variance) = (1 - p, n * p * (1 - p));
        return new($"binomial({n}, {p})", (ref s) => BinomialVariate.Draw(ref s, n, p),
            () => StatisticalCountLaw.FromRatios(Math.Floor(n * p), k => (n - k) / (k + 1) * (p / q)),
            n * p, variance, (1 - (6 * p * q)) / variance);
    }

    private static Law PoissonLaw(double mean) => new(
        $"poisson({mean})", (ref s) => PoissonVariate.Draw(ref s, mean),
        () => StatisticalCountLaw.FromRatios(Math.Floor(mean), k => mean / (k + 1)), mean, mean, 1 / mean);

    private static Law GeometricLaw(double mean) => new(
        $"geometric({mean})", (ref s) => GeometricVariate.Draw(ref s, mean),
        () => StatisticalCountLaw.FromZero(1 / (1 + mean), _ => mean / (1 + mean), LongTable),
        mean, mean * (1 + mean), 6 + (1 / (mean * (1 + mean))));

    // With p = shape / (shape + mean): P(0) = p^shape, P(k + 1) / P(k) = (k + shape) / (k + 1) · (1 − p).
    private static Law NegativeBinomialLaw(double mean, double shape)
    {
        var p = shape / (shape + mean);
        var failure = mean / (shape + mean);
        return new($"negative_binomial({mean}, {shape})", (ref s) => NegativeBinomialVariate.Draw(ref s, mean, shape),
            () => shape > 1e3
                ? StatisticalCountLaw.FromRatios(Math.Floor(mean), k => (k + shape) / (k + 1) * failure)
                : StatisticalCountLaw.FromZero(Math.Pow(p, shape), k => (k + shape) / (k + 1) * failure, LongTable),
            mean, mean + (mean * mean / shape), (6 / shape) + (p * p / (failure * shape)));
    }

    /// <summary>A generator of counts and what its draws must follow.</summary>
    internal sealed record Law(
        string Name, VariateDraw Draw, Func<StatisticalCountLaw> Table, double Mean, double Variance, double ExcessKurtosis)
    {
        public override string ToString() => Name;
    }
}
