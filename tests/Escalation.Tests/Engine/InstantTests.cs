using Escalation.Engine;

namespace Escalation.Tests.Engine;

internal sealed class InstantTests
{
    [Test]
    public void Minutes_hours_and_thousandths_of_a_day_add_up(
        [Values(1440.0, 24.0, 10.0, 1000.0, 86_400.0)] double aDay, [Values(1, 2, 3, 5, 6, 7, 9, 11)] int delay)
    {
        var offences = Enumerable.Range(0, 20_000).Where(k => Instant.After(k / aDay, delay / aDay) != (k + delay) / aDay);

        Assert.That(offences, Is.Empty);
    }

    [Test]
    public void A_chain_of_delays_does_not_drift()
    {
        var day = 0.0;
        for (var hour = 1; hour <= 50_000; hour++)
        {
            day = Instant.After(day, 1.0 / 24);
            Assert.That(day, Is.EqualTo(hour / 24.0));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 2_000, Replay = "42,1")]
    public bool A_sum_is_the_sum_but_for_rounding_and_never_before_its_start(uint start, uint delay)
    {
        var (day, days) = (start / 1e6 / Math.PI, delay / 1e7 / Math.E);
        var sum = Instant.After(day, days);
        return sum >= day && Math.Abs(sum - (day + days)) <= 1e-15 * (day + days);
    }

    [FsCheck.NUnit.Property(MaxTest = 2_000, Replay = "42,1")]
    public bool Order_is_kept(uint start, uint delay, byte steps)
    {
        var (day, days) = (start / 24.0, delay / 1e7);
        var later = day;
        for (var i = 0; i < steps; i++)
        {
            later = Math.BitIncrement(later);
        }

        return Instant.After(day, days) <= Instant.After(later, days);
    }

    [Test]
    public void No_delay_is_no_delay_even_next_to_a_whole_hour()
    {
        var day = Math.BitIncrement(1.0 / 3);

        Assert.That(Instant.After(day, 0), Is.EqualTo(day));
    }

    [TestCase(double.NegativeInfinity, 3)]
    [TestCase(3, double.PositiveInfinity)]
    public void What_never_was_and_what_never_comes_stay_so(double day, double delay) =>
        Assert.That(Instant.After(day, delay), Is.EqualTo(day + delay));
}
