using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Tests.Engine;
using Escalation.Tests.Experiments.Estimates;
using Escalation.Tests.Language;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Designs;

/// <summary>Quantiles of priors: against values of 45 digits by bisection of the distribution function, and against the engine's
/// own draws, so that both mean the same by a parameter.</summary>
internal sealed class PriorQuantileTests
{
    private const int Draws = 100_000;

    private static readonly string[] Priors =
    [
        "exponential(mean=30)", "gamma(mean=0.2, shape=4)", "gamma(mean=1, shape=0.05)", "gamma(mean=3, shape=1e9)",
        "lognormal(median=2, spread=1.5)", "weibull(scale=30, shape=0.5)", "uniform(low=-5, high=7)",
        "triangular(low=-1, mode=3, high=3)", "triangular(low=0, mode=1, high=4)", "normal(mean=-3, sd=0.5)",
        "beta(a=2, b=3)", "beta(a=0.5, b=0.5)", "beta(a=2e9, b=1e9)",
    ];

    private static readonly string[] Counts =
    [
        "bernoulli(p=0.3)", "binomial(n=20, p=0.4)", "binomial(n=1000, p=0.7)", "binomial(n=1e12, p=0.5)", "poisson(mean=0.5)",
        "poisson(mean=40)", "poisson(mean=2e11)", "geometric(mean=3)", "negative_binomial(mean=5, shape=0.4)",
        "negative_binomial(mean=40, shape=1e12)", "negative_binomial(mean=1e12, shape=1e11)", "1 + geometric(mean=3)",
        "choice(5=0.5, -1=0.3, 2=0.2)", "clip(normal(mean=0.5, sd=2), 0, 1)",
    ];

    private static IEnumerable<string> Tables =>
        ReferenceTable.Rows("prior-quantiles.csv", "Designs").Select(row => row[0]).Distinct();

    [TestCaseSource(nameof(Tables))]
    public void Quantiles_hold_ten_digits_from_one_end_of_the_doubles_to_the_other(string name)
    {
        var distribution = Distributions.Find(name)!;
        foreach (var row in ReferenceTable.Rows("prior-quantiles.csv", "Designs").Where(row => row[0] == name))
        {
            double[] parameters = [.. row[1].Split(' ').Select(ReferenceTable.Number)];
            var expected = ReferenceTable.Number(row[3]);

            var found = DistributionQuantile.At(distribution, parameters, ReferenceTable.Number(row[2]));

            // Where a law crosses 0 the scale is its width. Beta numbers below 1e-300 count as 0.
            expected = name == "beta" && expected < 1e-300 ? 0 : expected;
            var scale = name is "normal" or "uniform" or "triangular" ? Math.Max(Math.Abs(expected), 1e-3) : expected;
            var error = found == expected ? 0 : Math.Abs(found - expected) / scale;
            Assert.That(error, Is.LessThan(1e-10), $"{string.Join(',', row)}, found {found:R}");
        }
    }

    [Test]
    public void Every_distribution_of_the_language_has_a_quantile_function() =>
        Assert.That(Distributions.All.Where(one => !DistributionQuantile.Exists(one)), Is.Empty);

    // Two samples: the engine's draws and the quantiles of an even grid, which has no luck of its own, so that the test is one of
    // the draws against the law behind the quantiles. False-alarm rate 1e-5 each.
    [TestCaseSource(nameof(Priors))]
    public void Quantiles_follow_the_law_of_the_engines_draws(string text)
    {
        var (quantile, sample) = Read(text);
        var grid = new double[1 << 18];
        for (var place = 0; place < grid.Length; place++)
        {
            grid[place] = quantile.At((place + 0.5) / grid.Length);
        }

        Assert.That(grid, Is.Ordered);
        Assert.That(Statistical.KolmogorovSmirnovP(sample, x => Below(grid, x)), Is.GreaterThan(Statistical.LeastP));
    }

    // Also a law with lumps at its ends. Cells are between values of the grid; false-alarm rate 1e-5 each.
    [TestCaseSource(nameof(Counts))]
    public void Quantiles_of_counts_follow_the_law_of_the_engines_draws(string text)
    {
        var (quantile, sample) = Read(text);
        double[] grid = [.. Enumerable.Range(0, 1 << 16).Select(place => quantile.At((place + 0.5) / (1 << 16)))];
        double[] sorted = [.. grid.Order()];

        // Cuts between counts, at every sixteenth part of the law where they differ.
        double[] cuts = [.. Enumerable.Range(1, 15).Select(part => sorted[part << 12]).Distinct()];
        var (expected, observed) = (new double[cuts.Length + 1], new double[cuts.Length + 1]);
        foreach (var value in grid)
        {
            expected[cuts.Count(cut => cut <= value)] += (double)Draws / grid.Length;
        }

        foreach (var value in sample)
        {
            observed[cuts.Count(cut => cut <= value)]++;
        }

        // A law of two values whose lesser one lies below all cuts has an empty first cell.
        double[] full = [.. expected.Where(count => count > 0)];
        Assert.That(observed.Where((_, cell) => expected[cell] == 0), Is.All.Zero);
        Assert.That(
            Statistical.ChiSquareP([.. observed.Where((_, cell) => expected[cell] > 0)], full),
            Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void A_shape_that_is_wrong_by_a_twentieth_is_seen()
    {
        var (quantile, _) = Read("gamma(mean=0.2, shape=4.2)");
        var (_, sample) = Read("gamma(mean=0.2, shape=4)");
        double[] grid = [.. Enumerable.Range(0, 1 << 16).Select(place => quantile.At((place + 0.5) / (1 << 16)))];

        Assert.That(Statistical.KolmogorovSmirnovP(sample, x => Below(grid, x)), Is.LessThan(Statistical.LeastP));
    }

    [FsCheck.NUnit.Property(MaxTest = 500, Replay = "42,1")]
    public bool Quantiles_of_any_legal_parameters_never_fall(int which, ushort first, ushort second, ushort third)
    {
        var distribution = Distributions.All[(which & int.MaxValue) % Distributions.All.Length];
        double[] parameters =
        [
            .. (distribution.IsChoice ? 3 : distribution.Parameters.Length) switch
            {
                1 => new[] { Scale(first) },
                2 => [Scale(first), Scale(second)],
                _ => [Scale(first), Scale(first) + Scale(second), Scale(first) + Scale(second) + Scale(third)],
            },
        ];
        if (distribution.Fault(parameters) is not null)
        {
            parameters = [.. parameters.Select((value, place) => place == 0 ? Math.Floor(value) : 0.37)];
        }

        if (distribution.Fault(parameters) is not null)
        {
            parameters = [0.37, 1, 2];
        }

        var values = Enumerable.Range(0, 41)
            .Select(place => DistributionQuantile.At(distribution, parameters, place / 40.0)).ToList();
        return values.Zip(values.Skip(1)).All(pair => pair.First <= pair.Second);

        static double Scale(ushort bits) => Math.Pow(10, ((bits % 1_000) / 100.0) - 3);
    }

    [TestCase("uniform(low=-5, high=7)", -5, 7)]
    [TestCase("triangular(low=0, mode=1, high=4)", 0, 4)]
    [TestCase("beta(a=2, b=3)", 0, 1)]
    [TestCase("gamma(mean=2, shape=3)", 0, double.PositiveInfinity)]
    [TestCase("normal(mean=2, sd=3)", double.NegativeInfinity, double.PositiveInfinity)]
    [TestCase("normal(mean=2, sd=0)", 2, 2)]
    [TestCase("poisson(mean=2)", 0, double.PositiveInfinity)]
    [TestCase("poisson(mean=0)", 0, 0)]
    [TestCase("exponential(mean=0)", 0, 0)]
    [TestCase("lognormal(median=0, spread=2)", 0, 0)]
    [TestCase("binomial(n=7, p=0.2)", 0, 7)]
    [TestCase("bernoulli(p=0)", 0, 0)]
    [TestCase("bernoulli(p=1)", 1, 1)]
    [TestCase("choice(3=1, 4=1, 5=0)", 3, 4)]
    [TestCase("0.5", 0.5, 0.5)]
    public void At_the_ends_of_the_cube_are_the_ends_of_the_law(string text, double low, double high)
    {
        var quantile = PriorQuantile.Of(Formula(text));

        Assert.That(quantile.At(0), Is.EqualTo(low));
        Assert.That(quantile.At(1), Is.EqualTo(high));
    }

    [Test]
    public void A_prior_that_reads_other_parameters_takes_their_values()
    {
        var quantile = PriorQuantile.Of(Formula("2 * uniform(low=reach, high=3 * reach)"));

        Assert.That(quantile.IsConstant, Is.False);
        Assert.That(quantile.At(0.25, [4.0]), Is.EqualTo(12));
        Assert.That(() => quantile.At(0.25), Throws.InvalidOperationException);
        Assert.That(() => quantile.At(0.25, [-1.0]), Throws.TypeOf<FormulaFaultException>().With.Message.Contains("uniform("));
    }

    [Test]
    public void A_prior_that_draws_twice_has_no_quantile_function_and_it_is_said_why()
    {
        var prior = Formula("normal(mean=0, sd=1) + exponential(mean=2)");

        Assert.That(PriorQuantile.Obstacle(prior), Is.EqualTo("it draws in 2 places, and one number decides one draw only"));
        Assert.That(() => PriorQuantile.Of(prior), Throws.ArgumentException.With.Message.Contains(prior.Text));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void What_is_no_chance_is_refused(double u) =>
        Assert.That(() => PriorQuantile.Of(Formula("beta(a=2, b=3)")).At(u), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static (PriorQuantile Quantile, double[] Sample) Read(string text)
    {
        var formula = Formula(text);
        var readings = new TestReadings([.. new double[TestScope.All.Length]]);
        return (PriorQuantile.Of(formula), VariateSample.Of(
            "prior " + text, Draws, (ref KeyedStream stream) => Interpreter.Evaluate(formula.Root, readings, ref stream)));
    }

    private static Formula Formula(string text) =>
        new(TestScope.Read(text, allowsDraws: true).Root!, text, SourceSpan.None);

    // The share of the grid at or below a value, by halving.
    private static double Below(double[] grid, double value)
    {
        var (low, high) = (0, grid.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = grid[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return (double)low / grid.Length;
    }
}
