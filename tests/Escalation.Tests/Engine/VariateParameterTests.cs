using Escalation.Engine;

namespace Escalation.Tests.Engine;

/// <summary>What generators refuse, what they give at the edges of what they take, and that luck is shared as promised.</summary>
internal sealed class VariateParameterTests
{
    private const double Least = double.Epsilon;
    private const double Most = double.MaxValue;

    private static IEnumerable<TestCaseData> Faults =>
    [
        Refused(ExponentialVariate.Fault(-3), "the mean must not be negative, but is -3"),
        Refused(ExponentialVariate.Fault(double.NaN), "the mean must be finite, but is NaN"),
        Refused(NormalVariate.Fault(double.NegativeInfinity, 1), "the mean must be finite, but is -Infinity"),
        Refused(NormalVariate.Fault(0, -0.5), "the sd must not be negative, but is -0.5"),
        Refused(GammaVariate.Fault(-1, 1), "the mean must not be negative, but is -1"),
        Refused(GammaVariate.Fault(1, 0), "the shape must be positive, but is 0"),
        Refused(LognormalVariate.Fault(-1, 2), "the median must not be negative, but is -1"),
        Refused(LognormalVariate.Fault(1, 0.5), "the spread must be at least 1, but is 0.5"),
        Refused(WeibullVariate.Fault(-1, 2), "the scale must not be negative, but is -1"),
        Refused(WeibullVariate.Fault(1, -2), "the shape must be positive, but is -2"),
        Refused(UniformVariate.Fault(2, 1), "the low end must not be above the high end, but 2 > 1"),
        Refused(UniformVariate.Fault(0, double.PositiveInfinity), "the high end must be finite, but is Infinity"),
        Refused(UniformVariate.Fault(-Most, Most), "the distance from low to high must be finite, but is Infinity"),
        Refused(TriangularVariate.Fault(0, 3, 2), "the mode must lie between 0 and 2, but is 3"),
        Refused(TriangularVariate.Fault(0, double.NaN, 2), "the mode must be finite, but is NaN"),
        Refused(BetaVariate.Fault(0, 1), "the shape a must be positive, but is 0"),
        Refused(BetaVariate.Fault(1, double.NaN), "the shape b must be finite, but is NaN"),
        Refused(BernoulliVariate.Fault(1.5), "the chance must be from 0 to 1, but is 1.5"),
        Refused(BernoulliVariate.Fault(double.NaN), "the chance must be from 0 to 1, but is NaN"),
        Refused(BinomialVariate.Fault(2.5, 0.5), "the number of trials must be a whole number, but is 2.5"),
        Refused(BinomialVariate.Fault(1e16, 0.5), "the number of trials must be at most 2^53, but is 10000000000000000"),
        Refused(BinomialVariate.Fault(-1, 0.5), "the number of trials must not be negative, but is -1"),
        Refused(BinomialVariate.Fault(3, -0.1), "the chance must be from 0 to 1, but is -0.1"),
        Refused(PoissonVariate.Fault(-3), "the mean must not be negative, but is -3"),
        Refused(GeometricVariate.Fault(-3), "the mean must not be negative, but is -3"),
        Refused(NegativeBinomialVariate.Fault(1, 0), "the shape must be positive, but is 0"),
    ];

    private static IEnumerable<TestCaseData> Extremes =>
    [
        .. from mean in new[] { 0, Least, 1e-300, 1, 1e300, Most }
           select Drawn($"exponential({mean})", ExponentialVariate.Fault(mean), (ref s) => ExponentialVariate.Draw(ref s, mean)),
        .. from mean in new[] { 0, Least, 1e-9, 9.99, 10, 1e18, 1e300, Most }
           select Drawn($"poisson({mean})", PoissonVariate.Fault(mean), (ref s) => PoissonVariate.Draw(ref s, mean)),
        .. from mean in new[] { 0, Least, 1e-9, 1, 1e18, Most }
           select Drawn($"geometric({mean})", GeometricVariate.Fault(mean), (ref s) => GeometricVariate.Draw(ref s, mean)),
        .. from n in new[] { 0, 1, 1e9, Math.Pow(2, 53) }
           from p in new[] { 0, Least, 1e-9, 0.5, 1 - 1e-9, Math.BitDecrement(1), 1 }
           select Drawn($"binomial({n}, {p})", BinomialVariate.Fault(n, p), (ref s) => BinomialVariate.Draw(ref s, n, p)),
        .. from mean in new[] { 0, Least, 1, 1e300, Most } from shape in new[] { Least, 1e-3, 0.05, 1, 1e6, Most }
           select Drawn($"gamma({mean}, {shape})", GammaVariate.Fault(mean, shape),
               (ref s) => GammaVariate.Draw(ref s, mean, shape)),
        .. from mean in new[] { 0, Least, 1, 1e300, Most } from shape in new[] { Least, 1e-3, 0.05, 1, 1e6, Most }
           select Drawn($"negative binomial({mean}, {shape})", NegativeBinomialVariate.Fault(mean, shape),
               (ref s) => NegativeBinomialVariate.Draw(ref s, mean, shape)),
        .. from scale in new[] { 0, Least, 1, Most } from shape in new[] { Least, 1e-3, 1, 1e6, Most }
           select Drawn($"weibull({scale}, {shape})", WeibullVariate.Fault(scale, shape),
               (ref s) => WeibullVariate.Draw(ref s, scale, shape)),
        .. from median in new[] { 0, Least, 1, Most } from spread in new[] { 1, 1 + 1e-15, 2, Most }
           select Drawn($"lognormal({median}, {spread})", LognormalVariate.Fault(median, spread),
               (ref s) => LognormalVariate.Draw(ref s, median, spread)),
        .. from mean in new[] { -Most, 0, 1, Most } from sd in new[] { 0, Least, 1, Most }
           select Drawn($"normal({mean}, {sd})", NormalVariate.Fault(mean, sd), (ref s) => NormalVariate.Draw(ref s, mean, sd)),
        .. from a in new[] { Least, 1e-300, 1e-3, 1, 1e6, Most } from b in new[] { Least, 1e-300, 1e-3, 1, 1e6, Most }
           select Drawn($"beta({a}, {b})", BetaVariate.Fault(a, b), (ref s) => BetaVariate.Draw(ref s, a, b)),
        Drawn("triangular", TriangularVariate.Fault(-Most, 0, 0), static (ref s) => TriangularVariate.Draw(ref s, -Most, 0, 0)),
        Drawn("triangular point", TriangularVariate.Fault(5, 5, 5), static (ref s) => TriangularVariate.Draw(ref s, 5, 5, 5)),
        Drawn("uniform", UniformVariate.Fault(-1, Most), static (ref s) => UniformVariate.Draw(ref s, -1, Most)),
        Drawn("uniform of a point", UniformVariate.Fault(5, 5), static (ref s) => UniformVariate.Draw(ref s, 5, 5)),
    ];

    private static IEnumerable<TestCaseData> ZeroLaws =>
    [
        Zero("exponential", static (ref s) => ExponentialVariate.Draw(ref s, 0)),
        Zero("gamma", static (ref s) => GammaVariate.Draw(ref s, 0, 0.5)),
        Zero("lognormal", static (ref s) => LognormalVariate.Draw(ref s, 0, 2)),
        Zero("weibull", static (ref s) => WeibullVariate.Draw(ref s, 0, 2)),
        Zero("normal", static (ref s) => NormalVariate.Draw(ref s, 0, 0)),
        Zero("binomial without trials", static (ref s) => BinomialVariate.Draw(ref s, 0, 0.5)),
        Zero("binomial without chance", static (ref s) => BinomialVariate.Draw(ref s, 10, 0)),
        Zero("poisson", static (ref s) => PoissonVariate.Draw(ref s, 0)),
        Zero("geometric", static (ref s) => GeometricVariate.Draw(ref s, 0)),
        Zero("negative binomial", static (ref s) => NegativeBinomialVariate.Draw(ref s, 0, 0.5)),
    ];

    private static IEnumerable<TestCaseData> RisingLaws =>
    [
        Rising("exponential", [0, 0.1, 1, 50], static (ref s, mean) => ExponentialVariate.Draw(ref s, mean)),
        Rising("lognormal", [0, 0.1, 1, 50], static (ref s, median) => LognormalVariate.Draw(ref s, median, 2)),
        Rising("weibull", [0, 0.1, 1, 50], static (ref s, scale) => WeibullVariate.Draw(ref s, scale, 0.7)),
        Rising("gamma", [0, 0.1, 1, 50], static (ref s, mean) => GammaVariate.Draw(ref s, mean, 0.7)),
        Rising("normal", [-2, 0.1, 1, 50], static (ref s, mean) => NormalVariate.Draw(ref s, mean, 2)),
        Rising("bernoulli", [0, 0.1, 0.7, 1], static (ref s, p) => BernoulliVariate.Draw(ref s, p)),
        Rising("poisson", [0, 0.1, 1, 5, 9.9], static (ref s, mean) => PoissonVariate.Draw(ref s, mean)),
        Rising("binomial in p", [0, 0.1, 0.5, 0.51, 0.9, 1], static (ref s, p) => BinomialVariate.Draw(ref s, 12, p)),
        Rising("binomial in n", [0, 1, 2, 10, 30], static (ref s, n) => BinomialVariate.Draw(ref s, n, 0.2)),
        Rising("geometric", [0, 0.1, 1, 5, 1e6], static (ref s, mean) => GeometricVariate.Draw(ref s, mean)),
        Rising("triangular", [0, 0.5, 1, 2], static (ref s, mode) => TriangularVariate.Draw(ref s, 0, mode, 2)),
    ];

    private delegate double DrawOf(ref KeyedStream stream, double parameter);

    [TestCaseSource(nameof(Faults))]
    public void A_parameter_that_no_law_has_is_named_in_a_sentence(string? fault, string expected) =>
        Assert.That(fault, Is.EqualTo(expected));

    [TestCaseSource(nameof(Extremes))]
    public void Legal_parameters_give_finite_numbers_however_extreme(string? fault, object draw)
    {
        Assert.That(fault, Is.Null);
        Assert.That(VariateSample.Of("extreme", 2_000, (VariateDraw)draw).Count(double.IsFinite), Is.EqualTo(2_000));
    }

    [TestCaseSource(nameof(ZeroLaws))]
    public void A_law_of_mean_zero_gives_zero(object draw) =>
        Assert.That(VariateSample.Of("zero", 1_000, (VariateDraw)draw), Is.All.Zero);

    // What makes paired comparisons of policies sharp: with one key, more of the cause never gives less of the effect.
    [TestCaseSource(nameof(RisingLaws))]
    public void With_one_key_the_number_rises_with_the_parameter(double[] parameters, object draw)
    {
        for (var key = 0UL; key < 20_000; key++)
        {
            var last = double.NegativeInfinity;
            foreach (var parameter in parameters)
            {
                var stream = new KeyedStream(Key.Mix(key));
                var drawn = ((DrawOf)draw)(ref stream, parameter);
                if (drawn < last)
                {
                    Assert.Fail($"Key {key}: {drawn} at {parameter} after {last}.");
                }

                last = drawn;
            }
        }
    }

    private static TestCaseData Refused(string? fault, string expected) =>
        new TestCaseData(fault, expected).SetArgDisplayNames(expected);

    private static TestCaseData Drawn(string name, string? fault, VariateDraw draw) =>
        new TestCaseData(fault, draw).SetArgDisplayNames(name);

    private static TestCaseData Zero(string name, VariateDraw draw) => new TestCaseData(draw).SetArgDisplayNames(name);

    private static TestCaseData Rising(string name, double[] parameters, DrawOf draw) =>
        new TestCaseData(parameters, draw).SetArgDisplayNames(name);
}
