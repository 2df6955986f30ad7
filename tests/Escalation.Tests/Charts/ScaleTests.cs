using Escalation.Charts;
using Escalation.Charts.Scales;

namespace Escalation.Tests.Charts;

/// <summary>Ticks stand where people count, and say the number that is there.</summary>
internal sealed class ScaleTests
{
    [TestCase(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [TestCase(0, 7, "0 1 2 3 4 5 6 7")]
    [TestCase(-3, 3, "−3 −2 −1 0 1 2 3")]
    [TestCase(0, 0.05, "0.00 0.01 0.02 0.03 0.04 0.05")]
    [TestCase(0, 12_000, "0 2,000 4,000 6,000 8,000 10,000 12,000")]
    [TestCase(0, 10, "0.0 2.5 5.0 7.5 10.0")]
    public void Ticks_are_round(double low, double high, string labels)
    {
        var pixels = labels.Contains('7', StringComparison.Ordinal) && labels.Contains('.', StringComparison.Ordinal) ? 300 : 600;
        var scale = new LinearScale(low, high, 0, pixels, NumberStyle.Plain, start: null);

        Assert.That(string.Join(' ', scale.Ticks.Select(tick => tick.Label)), Is.EqualTo(labels));
    }

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "7,1")]
    public void Ticks_lie_on_the_axis_are_few_and_differ(int low, ushort width, sbyte power)
    {
        var unit = Math.Pow(10, power % 12);
        var (from, to) = (low * unit, (low + width + 1.0) * unit);
        var scale = new LinearScale(from, to, 0, 600, NumberStyle.Plain, start: null);

        var ticks = scale.Ticks;

        Assert.That(ticks, Has.Length.InRange(2, 11));
        var rounding = 1e-9 * (Math.Abs(from) + Math.Abs(to));
        Assert.That(ticks.Select(tick => tick.Value), Is.All.InRange(from - rounding, to + rounding));
        Assert.That(ticks.Select(tick => tick.Label), Is.Unique);
    }

    [TestCase(0, 6, "17 Oct|18 Oct|19 Oct|20 Oct|21 Oct|22 Oct|23 Oct")]
    [TestCase(0, 20, "17 Oct|24 Oct|31 Oct")]
    [TestCase(0, 365, "Nov 2023|Jan 2024|Mar|May|Jul|Sep")]
    [TestCase(0, 5000, "2024|2026|2028|2030|2032|2034|2036")]
    public void Dates_stand_at_days_weeks_months_or_years(double low, double high, string labels)
    {
        var ticks = DateTicks.Between(low, high, new DateOnly(2023, 10, 17), most: 8);

        Assert.That(string.Join('|', ticks.Select(tick => tick.Label)), Is.EqualTo(labels));
    }

    [Test]
    public void A_date_stands_at_its_day()
    {
        var ticks = DateTicks.Between(0, 365, new DateOnly(2023, 10, 17), most: 8);

        // 1 January 2024 is 76 days after 17 October 2023.
        Assert.That(ticks.Single(tick => tick.Label == "Jan 2024").Value, Is.EqualTo(76));
    }

    [TestCase(0.035, NumberStyle.Percent, "3.5 %")]
    [TestCase(0, NumberStyle.Percent, "0 %")]
    [TestCase(1, NumberStyle.Percent, "100 %")]
    [TestCase(0.0351, NumberStyle.Percent, "3.51 %")]
    [TestCase(0.00004, NumberStyle.Percent, "0.004 %")]
    [TestCase(1234567, NumberStyle.Plain, "1,234,567")]
    [TestCase(-0.25, NumberStyle.Plain, "−0.25")]
    [TestCase(1e300, NumberStyle.Plain, "1e300")]
    [TestCase(1.5e-9, NumberStyle.Plain, "1.5e−9")]
    [TestCase(double.NaN, NumberStyle.Plain, "none")]
    public void A_number_by_itself_is_short(double value, NumberStyle style, string text) =>
        Assert.That(NumberText.Of(value, style), Is.EqualTo(text));

    [Test]
    public void Every_power_of_ten_has_its_tick()
    {
        var scale = new LogScale(1, 10_000, 0, 600, NumberStyle.Plain);

        Assert.That(scale.Ticks.Select(tick => tick.Label), Is.EqualTo(new[] { "1", "10", "100", "1,000", "10,000" }));
    }
}
