using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Tests.Language;

internal sealed class DistributionTests
{
    private static IEnumerable<Distribution> Named => Distributions.All.Where(distribution => !distribution.IsChoice);

    private static IEnumerable<Distribution> WithScale => Named.Where(distribution => distribution.Name != "beta");

    [TestCaseSource(typeof(Distributions), nameof(Distributions.All))]
    public void A_distribution_is_found_by_its_name(Distribution distribution) =>
        Assert.That(Distributions.Find(distribution.Name), Is.SameAs(distribution));

    [TestCaseSource(nameof(Named))]
    public void A_distribution_is_read_as_its_signature_says(Distribution distribution)
    {
        var arguments = string.Join(", ", distribution.Parameters.Select(parameter => $"{parameter.Name}={Typical(parameter)}"));

        var node = (DrawNode)TestScope.Tree($"{distribution.Name}({arguments})");

        Assert.That(node.Distribution, Is.SameAs(distribution));
        Assert.That(node.Parameters.Select(parameter => ((ConstantNode)parameter).Value),
            Is.EqualTo(distribution.Parameters.Select(Typical)));
    }

    [TestCaseSource(nameof(Named))]
    public void A_parameter_outside_its_range_is_a_fault_wherever_the_others_are(Distribution distribution)
    {
        double[] typical = [.. distribution.Parameters.Select(Typical)];
        Assert.That(distribution.Fault(typical), Is.Null);
        for (var index = 0; index < typical.Length; index++)
        {
            double[] candidates = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, -1e-9, 0, 0.5, 1, 1.5, 1e9];
            foreach (var candidate in candidates.Where(candidate => !distribution.Parameters[index].Allows(candidate)))
            {
                double[] parameters = [.. typical];
                parameters[index] = candidate;
                Assert.That(distribution.Fault(parameters), Is.Not.Null, $"{distribution.Parameters[index].Name}={candidate}");
            }
        }
    }

    [TestCaseSource(nameof(Named))]
    public void Draws_lie_in_the_support(Distribution distribution)
    {
        var stream = new KeyedStream(Key.Mix(7));
        double[] parameters = [.. distribution.Parameters.Select(Typical)];
        var support = distribution.Support([.. parameters.Select(Bounds.Point)]);
        for (var draw = 0; draw < 10_000; draw++)
        {
            Assert.That(support.Contains(distribution.Draw(ref stream, parameters)), Is.True);
        }
    }

    [TestCaseSource(nameof(WithScale))]
    public void A_mean_of_nothing_is_nothing(Distribution distribution)
    {
        double[] parameters = [.. distribution.Parameters.Select(parameter =>
            parameter.Name is "mean" or "median" or "scale" or "n" or "sd" or "low" or "mode" or "high" or "p" ? 0
                : Typical(parameter))];
        var stream = new KeyedStream(Key.Mix(8));

        Assert.That(distribution.Support([.. parameters.Select(Bounds.Point)]), Is.EqualTo(new Bounds(0, 0)));
        Assert.That(distribution.Draw(ref stream, parameters), Is.Zero);
    }

    [Test]
    public void A_choice_takes_values_by_their_weights()
    {
        // |z| > 4.42 has probability 1e-5.
        const int Draws = 100_000;
        var node = (DrawNode)TestScope.Tree("choice(-1=1, 5=0, 2=2, 3=1)");
        var stream = new KeyedStream(Key.Mix(9));
        var counts = new Dictionary<double, int>();
        for (var draw = 0; draw < Draws; draw++)
        {
            var value = Interpreter.Evaluate(node, new TestReadings([]), ref stream);
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        Assert.That(counts.Keys, Is.EquivalentTo(new[] { -1.0, 2, 3 }));
        foreach (var (value, share) in new[] { (-1.0, 0.25), (2, 0.5), (3, 0.25) })
        {
            var z = (counts[value] - (Draws * share)) / Math.Sqrt(Draws * share * (1 - share));
            Assert.That(Math.Abs(z), Is.LessThan(4.42), $"{value}: z = {z:F2}");
        }
    }

    [TestCase("exponential(2 d)", "            ^^^", "the parameters of 'exponential' have names",
        "write 'exponential(mean=2 d)'")]
    [TestCase("gamma(2, 3)", "      ^", "the parameters of 'gamma' have names", "write 'gamma(mean=, shape=)'")]
    [TestCase("exponential()", "^^^^^^^^^^^^^", "'exponential' lacks 'mean='", "write 'exponential(mean=)'")]
    [TestCase("triangular(mode=2)", "^^^^^^^^^^^^^^^^^^", "'triangular' lacks 'low=' and 'high='",
        "write 'triangular(low=, mode=, high=)'")]
    [TestCase("gamma(mean=2, shap=3)", "              ^^^^", "'gamma' has no parameter 'shap'",
        "did you mean 'shape'? Write 'gamma(mean=, shape=)'")]
    [TestCase("exponential(rate=3)", "            ^^^^", "'exponential' has no parameter 'rate'", "write 'exponential(mean=)'")]
    [TestCase("exponential(mean=2, mean=3)", "                    ^^^^", "'exponential' is given this parameter twice",
        "write 'exponential(mean=)'")]
    [TestCase("bernoulli(0.1, 0.2)", "          ^^^", "the parameters of 'bernoulli' have names", "write 'bernoulli(p=0.1)'")]
    [TestCase("exponential(mean=-1)", "                 ^^", "mean of exponential must be not negative, but is -1", null)]
    [TestCase("exponential(mean=-1 d)", "                 ^^^^", "mean of exponential must be not negative, but is -1 d", null)]
    [TestCase("lognormal(median=fear, spread=0.5)", "                              ^^^",
        "spread of lognormal must be at least 1, but is 0.5", null)]
    [TestCase("gamma(mean=2, shape=0)", "                    ^", "shape of gamma must be above 0, but is 0", null)]
    [TestCase("bernoulli(1.5)", "          ^^^", "p of bernoulli must be from 0 to 1, but is 1.5", null)]
    [TestCase("uniform(low=2, high=1)", "^^^^^^^^^^^^^^^^^^^^^^",
        "uniform: the low end must not be above the high end, but 2 > 1", null)]
    [TestCase("binomial(n=1.5, p=0.5)", "^^^^^^^^^^^^^^^^^^^^^^",
        "binomial: the number of trials must be a whole number, but is 1.5", null)]
    [TestCase("poisson(mean=2 d)", "             ^^^", "'mean' of poisson is a number here, and this is a duration",
        "write '2 d / 1 d' for a plain number")]
    [TestCase("uniform(low=1 d, high=2)", "                      ^",
        "'high' of uniform is a duration here, and this is a number", "write '2 d'")]
    [TestCase("bernoulli(fear > 1)", "          ^^^^^^^^", "'p' of bernoulli is a number here, and this is a truth",
        "write 'if(fear > 1, 1, 0)'")]
    [TestCase("gamma(mean=spiral, shape=1)", "           ^^^^^^", "'mean' of gamma is a number here, and this is a truth",
        "write 'if(spiral, 1, 0)'")]
    [TestCase("choice()", "^^^^^^^^", "'choice' has nothing to choose from", "write 'choice(0=0.1, 1=0.9)'")]
    [TestCase("choice(1, 2=3)", "       ^", "a value of 'choice' lacks its weight", "write '1=1'")]
    [TestCase("choice(0=1, fear=2)", "            ^^^^", "the values of 'choice' are constants; its weights may vary",
        "write 'value=weight', not 'fear='")]
    [TestCase("choice(0=1, 1 d=2)", "            ^^^", "'choice' takes values of one type: a number stands beside a duration",
        "write '1 d / 1 d' for a plain number")]
    [TestCase("choice(true=1)", "       ^^^^", "'choice' takes numbers, and this is a truth", "write 'if(true, 1, 0)'")]
    [TestCase("choice(0=0, 1=0)", "^^^^^^^^^^^^^^^^", "choice: all weights are 0", null)]
    [TestCase("choice(0=-1, 1=fear)", "         ^^", "weight of choice must be not negative, but is -1", null)]
    [TestCase("choice(0=1 d)", "         ^^^", "a weight is a number, and this is a duration",
        "write '1 d / 1 d' for a plain number")]
    public void A_distribution_that_is_written_wrongly_is_a_problem_with_a_mend(
        string text, string mark, string message, string? hint)
    {
        var problem = TestScope.Read(text, allowsDraws: true).Problems.Single();

        Assert.That(problem,
            Is.EqualTo(new Problem(mark.IndexOf('^', StringComparison.Ordinal), mark.Trim().Length, message, hint)));
    }

    [Test]
    public void A_distribution_outside_a_draw_site_has_a_message_of_its_own() => Assert.That(
        TestScope.Read("1 + exponential(mean=2)", noun: "a rate").Problems.Single(),
        Is.EqualTo(new Problem(4, 11, "a rate cannot be drawn: 'exponential' is a distribution",
            "distributions may stand in draws, after, times, spaced, every, starts, prior, with, set and add")));

    private static double Typical(DistributionParameter parameter) => parameter.Name switch
    {
        "low" => -1,
        "mode" => 0.25,
        "high" => 2,
        "p" => 0.25,
        "n" => 10,
        _ => 1.5,
    };
}
