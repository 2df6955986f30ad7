using Escalation.Experiments;
using MathNet.Numerics;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class BetaLawTests
{
    [TestCase(0.05)]
    [TestCase(0.5)]
    [TestCase(0.95)]
    public void With_mean_one_half_and_variance_one_twelfth_it_is_uniform(double chance) =>
        Assert.That(new BetaLaw(0.5, 1.0 / 12).Quantile(chance), Is.EqualTo(chance).Within(1e-12));

    [TestCase(3, 0.05)]
    [TestCase(3, 0.95)]
    [TestCase(0.02, 0.05)]
    [TestCase(0.02, 0.95)]
    public void With_one_as_second_parameter_its_quantile_is_a_root(double a, double chance)
    {
        var point = Of(a, 1).Quantile(chance);

        Assert.That(point, Is.EqualTo(Math.Pow(chance, 1 / a)).Within(1e-9 * point));
    }

    [Test]
    public void Its_quantiles_are_those_of_an_independent_library(
        [Values(0.03, 0.3, 2, 40)] double a, [Values(0.05, 0.7, 8, 900)] double b, [Values(0.05, 0.5, 0.95)] double chance)
    {
        var point = Of(a, b).Quantile(chance);

        // Next to an end the law may jump over the chance between two doubles.
        var below = point is 0 ? 0 : SpecialFunctions.BetaRegularized(a, b, point * (1 - 1e-9));
        var above = point >= 1 - 1e-9 ? 1 : SpecialFunctions.BetaRegularized(a, b, Math.Max(point, 1e-300) * (1 + 1e-9));
        Assert.That(below, Is.AtMost(chance + 1e-9));
        Assert.That(above, Is.AtLeast(chance - 1e-9));
    }

    [Test]
    public void It_has_the_mean_and_variance_that_it_was_made_of()
    {
        // The mean of the quantiles at the middles of a thousand equal parts.
        const int Parts = 1_000;
        var law = new BetaLaw(0.2, 0.0145454);
        var points = Enumerable.Range(0, Parts).Select(part => law.Quantile((part + 0.5) / Parts)).ToList();

        Assert.That(points.Average(), Is.EqualTo(0.2).Within(1e-4));
        Assert.That(points.Average(point => (point - 0.2) * (point - 0.2)), Is.EqualTo(0.0145454).Within(1e-4));
    }

    [TestCase(0.3, 0)]
    [TestCase(0, 0.01)]
    [TestCase(1, 0.01)]
    public void Without_spread_it_is_a_point(double mean, double variance) =>
        Assert.That(new BetaLaw(mean, variance).CentralRange(0.9), Is.EqualTo(new Interval(mean, mean)));

    [TestCase(0.3, 0, 1)]
    [TestCase(0.97, 1, 1)]
    [TestCase(0.03, 0, 0)]
    public void With_all_the_spread_that_there_can_be_it_is_zero_or_one(double mean, double lower, double upper)
    {
        Assert.That(new BetaLaw(mean, mean * (1 - mean)).CentralRange(0.9), Is.EqualTo(new Interval(lower, upper)));
        Assert.That(new BetaLaw(mean, mean).CentralRange(0.9), Is.EqualTo(new Interval(lower, upper)));
    }

    [TestCase(0.3)]
    [TestCase(1e-4)]
    public void Very_narrow_it_passes_into_the_normal_law_without_a_jump(double mean)
    {
        // The smaller parameter is a million here.
        var variance = mean * (1 - mean) / ((1e6 / mean) + 1);
        var (wide, narrow) = (new BetaLaw(mean, variance * 1.0001), new BetaLaw(mean, variance * 0.9999));

        foreach (var chance in new[] { 0.05, 0.95 })
        {
            Assert.That(wide.Quantile(chance), Is.EqualTo(narrow.Quantile(chance)).Within(1e-3 * Math.Sqrt(variance)));
        }
    }

    private static BetaLaw Of(double a, double b)
    {
        var mean = a / (a + b);
        return new(mean, mean * (1 - mean) / (a + b + 1));
    }
}
