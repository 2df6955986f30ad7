namespace Escalation.Tests.Support;

internal sealed class StatisticalTests
{
    // Kolmogorov's tail: Smirnov (1948), table; chi-square quantiles of any statistical table.
    [TestCase(1.3581, 0.05)]
    [TestCase(1.6276, 0.01)]
    [TestCase(0.8276, 0.5)]
    public void The_tail_of_Kolmogorovs_law_is_that_of_the_tables(double x, double p) =>
        Assert.That(Statistical.KolmogorovTail(x), Is.EqualTo(p).Within(2e-4));

    [Test]
    public void Chi_square_of_one_degree_of_freedom_is_that_of_the_tables()
    {
        // (x − 50)²/50 twice over: 3.841 has p 0.05.
        var off = Math.Sqrt(3.841 * 25);

        Assert.That(Statistical.ChiSquareP([50 + off, 50 - off], [50, 50]), Is.EqualTo(0.05).Within(1e-4));
    }

    [Test]
    public void Cells_of_few_are_put_together()
    {
        var whole = Statistical.ChiSquareP([30, 70], [40, 60]);

        Assert.That(Statistical.ChiSquareP([30, 60, 5, 5], [40, 58, 1, 1]), Is.EqualTo(whole).Within(1e-12));
    }

    [Test]
    public void A_law_from_ratios_sums_to_one_and_fits_itself()
    {
        var law = StatisticalCountLaw.FromRatios(1, k => k < 2 ? (2 - k) / (k + 1) : 0);
        double[] tossesOfTwo = [0, 1, 1, 2];
        double[] quarterHalfQuarter = [.. Enumerable.Repeat(tossesOfTwo, 250).SelectMany(x => x)];

        Assert.That(law.ChiSquareP(quarterHalfQuarter), Is.EqualTo(1).Within(1e-9));
    }
}
