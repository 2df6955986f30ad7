using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class PoissonIntervalTests
{
    public static IEnumerable<TestCaseData> ReferenceRows() => ReferenceTable.Rows("poisson-intervals.csv").Select(row =>
        new TestCaseData([.. row]).SetArgDisplayNames([.. row.Take(2)]));

    public static IEnumerable<TestCaseData> ChiSquareRows() => ReferenceTable.Rows("chi-square-quantiles.csv").Select(row =>
        new TestCaseData([.. row]).SetArgDisplayNames([.. row.Take(3)]));

    [TestCaseSource(nameof(ReferenceRows))]
    public void Limits_hold_ten_digits_up_to_a_billion(string events, string level, string lower, string upper)
    {
        var interval = PoissonInterval.Garwood(ReferenceTable.Whole(events), level: ReferenceTable.Number(level));

        Assert.Multiple(() =>
        {
            AssertNear(interval.Lower, ReferenceTable.Number(lower), 1e-10);
            AssertNear(interval.Upper, ReferenceTable.Number(upper), 1e-10);
        });
    }

    // A chi-square number with ν degrees of freedom is twice one of Gamma(ν/2).
    [TestCaseSource(nameof(ChiSquareRows))]
    public void Quantiles_hold_ten_digits(string law, string freedom, string tail, string expected)
    {
        Assert.That(law, Is.EqualTo("chi2"));

        var found = 2 * GammaLaw.UpperQuantile(ReferenceTable.Number(freedom) / 2, ReferenceTable.Number(tail));

        AssertNear(found, ReferenceTable.Number(expected), 1e-10);
    }

    [Test]
    public void A_rate_is_counted_per_exposure() =>
        Assert.That(PoissonInterval.Garwood(0, exposure: 100).Upper, Is.EqualTo(0.036888794541139363).Within(1e-14));

    [TestCase(-1, 1, 0.95)]
    [TestCase(1, 0, 0.95)]
    [TestCase(1, double.PositiveInfinity, 0.95)]
    [TestCase(1, 1, 1)]
    public void Impossible_arguments_are_refused(long events, double exposure, double level) => Assert.That(
        () => PoissonInterval.Garwood(events, exposure, level), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static void AssertNear(double found, double expected, double relative) =>
        Assert.That(found, Is.EqualTo(expected).Within(Math.Abs(expected) * relative));
}
