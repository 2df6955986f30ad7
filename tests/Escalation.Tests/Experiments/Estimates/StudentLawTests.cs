using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class StudentLawTests
{
    public static IEnumerable<TestCaseData> ReferenceRows() => ReferenceTable.Rows("quantiles.csv").Select(row =>
        new TestCaseData(row[0], row[1], row[2], row[3]).SetArgDisplayNames(row[0], row[1], row[2]));

    [TestCaseSource(nameof(ReferenceRows))]
    public void Quantiles_hold_thirteen_digits(string law, string freedom, string tail, string expected)
    {
        var upperTail = ReferenceTable.Number(tail);

        var found = law == "t"
            ? StudentLaw.UpperQuantile(ReferenceTable.Number(freedom), upperTail)
            : StandardNormal.UpperQuantile(upperTail);

        var reference = ReferenceTable.Number(expected);
        Assert.That(found, Is.EqualTo(reference).Within(Math.Abs(reference) * 1e-13));
    }

    [Test]
    public void The_median_is_zero() => Assert.That(StudentLaw.UpperQuantile(7, 0.5), Is.Zero);

    [TestCase(0.5, 0.025)]
    [TestCase(double.NaN, 0.025)]
    [TestCase(5, 0)]
    [TestCase(5, 0.6)]
    [TestCase(5, double.NaN)]
    public void Impossible_arguments_are_refused(double freedom, double tail) =>
        Assert.That(() => StudentLaw.UpperQuantile(freedom, tail), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
