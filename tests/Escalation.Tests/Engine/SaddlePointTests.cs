using System.Numerics;
using Escalation.Engine;

namespace Escalation.Tests.Engine;

/// <summary>Logarithms of probabilities against whole-number arithmetic and against their own ratios.</summary>
internal sealed class SaddlePointTests
{
    [Test]
    public void Binomial_probabilities_of_a_fair_coin_are_those_of_Pascals_triangle([Values(1, 2, 15, 16, 17, 40, 200)] int n)
    {
        var row = BigInteger.One;
        for (var k = 0; k <= n; k++)
        {
            var exact = BigInteger.Log(row) - (n * Math.Log(2));

            Assert.That(SaddlePoint.LogBinomial(k, n, 0.5), Is.EqualTo(exact).Within(1e-13 + (1e-15 * n)));
            row = row * (n - k) / (k + 1);
        }
    }

    [Test]
    public void Poisson_probabilities_are_the_power_over_the_factorial([Values(0.3, 1, 12, 60)] double mean)
    {
        var factorial = BigInteger.One;
        for (var k = 0; k < 150; k++)
        {
            factorial *= Math.Max(1, k);
            var exact = (k * Math.Log(mean)) - mean - BigInteger.Log(factorial);

            Assert.That(SaddlePoint.LogPoisson(k, mean), Is.EqualTo(exact).Within(1e-12));
        }
    }

    // P(k + 1) / P(k) is mean / (k + 1): at 10⁹ the naive formula is off by 1e-6 here.
    [TestCase(1e6)]
    [TestCase(1e9)]
    public void Large_Poisson_probabilities_have_the_right_ratios(double mean)
    {
        foreach (var k in new[] { mean - (5 * Math.Sqrt(mean)), mean, mean + (5 * Math.Sqrt(mean)) }.Select(Math.Floor))
        {
            var ratio = SaddlePoint.LogPoisson(k + 1, mean) - SaddlePoint.LogPoisson(k, mean);

            Assert.That(ratio, Is.EqualTo(Logarithm.OfOnePlus((mean - k - 1) / (k + 1))).Within(1e-13));
        }
    }

    [TestCase(1e-300)]
    [TestCase(1e-17)]
    [TestCase(1e-9)]
    [TestCase(-1e-9)]
    public void The_logarithm_of_one_plus_a_little_keeps_its_digits(double x) =>
        Assert.That(Logarithm.OfOnePlus(x), Is.EqualTo(x - (x * x / 2)).Within(1e-15 * Math.Abs(x)));

    [Test]
    public void The_logarithm_of_one_plus_much_is_the_logarithm()
    {
        Assert.That(Logarithm.OfOnePlus(1.5), Is.EqualTo(Math.Log(2.5)).Within(1e-15));
        Assert.That(Logarithm.OfOnePlus(-0.75), Is.EqualTo(Math.Log(0.25)).Within(1e-15));
        Assert.That(Logarithm.OfOnePlus(double.PositiveInfinity), Is.EqualTo(double.PositiveInfinity));
    }
}
