using Escalation.Engine;

namespace Escalation.Tests.Engine;

internal sealed class ExponentialTests
{
    // Computed with 40 digits and rounded once.
    private static readonly (double X, double Value)[] Exact =
    [
        (1, 2.718281828459045), (-1, 0.36787944117144233), (0.5, 1.6487212707001282), (-0.5, 0.6065306597126334),
        (1e-3, 1.0010005001667084), (-1e-9, 0.999999999), (10, 22026.465794806718), (-20, 2.061153622438558e-09),
        (100, 2.6881171418161356e+43), (-700, 9.85967654375977e-305), (709, 8.218407461554972e+307),
        (709.5, 1.3549863193146328e+308), (-708.3, 2.450295530965988e-308), (-740, 4.2e-322),
    ];

    [Test]
    public void Values_are_those_of_forty_digits_to_a_unit_in_the_last_place()
    {
        foreach (var (x, value) in Exact)
        {
            Assert.That(Exponential.Of(x), Is.EqualTo(value).Within(1).Ulps, $"exp({x:R})");
        }
    }

    [Test]
    public void It_differs_from_the_platforms_function_by_one_unit_at_most_and_seldom()
    {
        var stream = new KeyedStream(1);
        var differences = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            var x = (stream.NextUniform() - 0.5) * (i % 2 == 0 ? 1400 : 4);
            var (ours, theirs) = (Exponential.Of(x), Math.Exp(x));
            if (ours != theirs)
            {
                Assert.That(ours, Is.EqualTo(theirs).Within(1).Ulps, $"exp({x:R})");
                differences++;
            }
        }

        // An error of 0.52 units where half a unit cannot be avoided: one in some fifty results is the second nearest.
        Assert.That(differences, Is.LessThan(40_000));
    }

    [Test]
    public void The_ends_are_what_they_have_to_be()
    {
        Assert.That(Exponential.Of(0), Is.EqualTo(1));
        Assert.That(Exponential.Of(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Exponential.Of(double.NegativeInfinity), Is.Zero);
        Assert.That(Exponential.Of(double.NaN), Is.NaN);
        Assert.That(Exponential.Of(709.782712893384), Is.LessThan(double.PositiveInfinity));
        Assert.That(Exponential.Of(709.7827128933841), Is.EqualTo(double.PositiveInfinity));
        Assert.That(Exponential.Of(-745.1332191019411), Is.EqualTo(double.Epsilon));
        Assert.That(Exponential.Of(-745.2), Is.Zero);
    }

    [Test]
    public void It_rises()
    {
        var stream = new KeyedStream(2);
        for (var i = 0; i < 1_000_000; i++)
        {
            var x = (stream.NextUniform() - 0.5) * 1500;

            if (!(Exponential.Of(Math.BitIncrement(x)) >= Exponential.Of(x)))
            {
                Assert.Fail($"exp falls at {x:R}.");
            }
        }
    }
}
