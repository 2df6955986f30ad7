using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class IncompleteBetaTests
{
    [Test]
    public void Whole_parameters_give_sums_of_the_binomial_law(
        [Values(1, 2, 5, 17, 60)] int count, [Values(0.001, 0.2, 0.5, 0.93)] double p)
    {
        var mass = Math.Pow(1 - p, count);
        var below = mass;
        for (var rank = 1; rank <= count; rank++)
        {
            var upper = IncompleteBeta.At(rank, count + 1 - rank, UnitPoint.FromX(p)).Upper;

            Assert.That(upper, Is.EqualTo(below).Within(1e-13), FormattableString.Invariant($"P(X < {rank})"));
            mass *= (count + 1.0 - rank) / rank * (p / (1 - p));
            below += mass;
        }
    }

    [TestCase(3, 0.5)]
    [TestCase(100, 1e-3)]
    [TestCase(1e6, 0.9995)]
    [TestCase(0.5, 1e-20)]
    public void With_one_as_second_parameter_it_is_a_power(double a, double x)
    {
        var lower = IncompleteBeta.At(a, 1, UnitPoint.FromX(x)).Lower;

        // x^a near 1e-300 has an exponent of 700, whose rounding leaves 12 digits or so.
        Assert.That(lower, Is.EqualTo(Math.Pow(x, a)).Within(Math.Pow(x, a) * 2e-12));
    }

    [TestCase(3, 2e-9)]
    [TestCase(0.5, 1e-9)]
    [TestCase(12_345, 1.3e-5)]
    public void Next_to_one_the_complement_of_the_point_carries_the_digits(double b, double y)
    {
        var nearOne = IncompleteBeta.At(1e9, b, UnitPoint.FromY(y));
        var nearZero = IncompleteBeta.At(b, 1e9, UnitPoint.FromX(y));

        Assert.That(nearOne.Lower, Is.EqualTo(nearZero.Upper).Within(nearZero.Upper * 1e-12));
        Assert.That(nearOne.Upper, Is.EqualTo(nearZero.Lower).Within(nearZero.Lower * 1e-12));
    }

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool The_tails_change_places_when_seen_from_the_other_end(ushort first, ushort second, ushort where)
    {
        var (a, b) = ((first + 1) / 2.0, (second + 1) * 50.0);
        var point = UnitPoint.FromX((where + 1) / 65_537.0);

        var here = IncompleteBeta.At(a, b, point);
        var there = IncompleteBeta.At(b, a, point.Mirrored);

        return Math.Abs(here.Lower - there.Upper) < 1e-11 && Math.Abs(here.Lower + here.Upper - 1) < 1e-15;
    }

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool A_quantile_is_the_point_of_its_tail(ushort first, ushort second, ushort chance)
    {
        var (a, b) = ((first + 1) / 2.0, (second + 1) * 50.0);
        var tail = (chance + 1) / 65_537.0;

        var point = BetaQuantile.OfLowerTail(a, b, tail);

        return Math.Abs((IncompleteBeta.At(a, b, point).Lower / tail) - 1) < 1e-9;
    }

    [TestCase(1, 0.081061466795327258)]
    [TestCase(0.5, 0.15342640972002735)]
    [TestCase(15, 0.0055547335519628014)]
    [TestCase(100, 0.00083333055563491468)]
    [TestCase(1e9, 8.3333333333333333e-11)]
    public void Stirlings_error_is_that_of_the_tables(double z, double expected) =>
        Assert.That(BinomialDensity.StirlingError(z), Is.EqualTo(expected).Within(2e-15));
}
