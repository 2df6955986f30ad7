using Escalation.Cli;
using Escalation.Experiments;
using Escalation.Results;

namespace Escalation.Tests.Cli;

internal sealed class FiguresTests
{
    [TestCase(0, "0")]
    [TestCase(0.12345, "0.1235")]
    [TestCase(12.3456, "12.35")]
    [TestCase(-12.3456, "-12.35")]
    [TestCase(1234.4, "1,234")]
    [TestCase(9876543.2, "9,876,543")]
    [TestCase(0.00001234, "1.234E-5")]
    [TestCase(1.5e12, "1.5E+12")]
    [TestCase(double.NaN, "–")]
    [TestCase(double.PositiveInfinity, "–")]
    public void A_number_has_four_digits(double value, string text) => Assert.That(Figures.Number(value), Is.EqualTo(text));

    [TestCase(380, 10_000, "3.8 %", "3.4–4.2 %")]
    [TestCase(0, 10_000, "0 %", "0–0.04 %")]
    [TestCase(10_000, 10_000, "100 %", "99.96–100 %")]
    [TestCase(1, 2, "50.0 %", "1.3–98.7 %")]
    [TestCase(3, 1_000_000, "0.0003 %", "0.0001–0.0009 %")]
    public void A_share_is_as_exact_as_its_interval(int hits, int count, string share, string interval)
    {
        var estimate = ProportionEstimate.Of(hits, count);

        Assert.That(ShareText.Of(estimate), Is.EqualTo(share));
        Assert.That(ShareText.Interval(estimate), Is.EqualTo(interval));
    }

    [TestCase(61.4, "61")]
    [TestCase(4.26, "4.3")]
    [TestCase(3, "3")]
    [TestCase(1234.6, "1,235")]
    public void A_day_is_whole_from_ten_on(double day, string text) => Assert.That(Figures.Day(day), Is.EqualTo(text));

    [Test]
    [SetCulture("de-DE")]
    public void Figures_do_not_depend_on_the_culture() =>
        Assert.That(Figures.Number(1234.4) + Figures.Day(4.26), Is.EqualTo("1,2344.3"));
}
