using Escalation.Experiments;

namespace Escalation.Tests.Experiments;

/// <summary>Indices against the exact ones of Ishigami's function and of Sobol' g.</summary>
internal sealed class SobolIndicesTests
{
    private const int Rows = 1_024;

    private static readonly string[] Functions = [TestFunctions.Ishigami, TestFunctions.SobolG];

    [TestCaseSource(nameof(Functions))]
    public void Exact_indices_lie_in_their_intervals(string function)
    {
        var inputs = TestFunctions.Inputs(function);

        var found = Estimate(function, Rows, seed: 1);

        Assert.That(found.Variance.Interval.Contains(TestFunctions.Exact(function, "variance")), Is.True);
        for (var input = 0; input < inputs; input++)
        {
            var (first, total) = found.Inputs[input];
            Assert.That(first.Interval.Contains(TestFunctions.Exact(function, "S1", input)), Is.True, $"S{input + 1}: {first}");
            Assert.That(total.Interval.Contains(TestFunctions.Exact(function, "ST", input)), Is.True, $"ST{input + 1}: {total}");
        }
    }

    // Drawn anew, rows of independent points give intervals that cover; 1,200 figures of 200 designs of 256 rows. Rows are
    // independent, so a covered share of 0.95 has a standard error of about 0.007 if figures of a design were independent, and of
    // 0.015 if they were all one.
    [Test]
    public void Intervals_of_independent_rows_cover_the_exact_indices_about_as_often_as_they_say()
    {
        const int Designs = 200;
        var covered = 0;
        for (var seed = 0; seed < Designs; seed++)
        {
            var found = OfPoints(Uniform(256, (ulong)seed), resamples: 400);
            covered += Covered(found);
        }

        Assert.That(covered / (6.0 * Designs), Is.InRange(0.91, 0.98));
    }

    // Scrambled Sobol' points are more even than independent rows: intervals by drawing rows anew are too wide for them, which is
    // the safe side.
    [Test]
    public void Intervals_of_sobol_rows_cover_more_often_than_they_say()
    {
        const int Designs = 200;
        var covered = 0;
        for (var seed = 0; seed < Designs; seed++)
        {
            covered += Covered(Estimate(TestFunctions.Ishigami, 256, (ulong)seed, resamples: 400));
        }

        Assert.That(covered / (6.0 * Designs), Is.GreaterThan(0.97));
    }

    // Root mean squared error over scramblings and figures, on log scales over N = 64 to 4,096.
    [TestCaseSource(nameof(Functions))]
    public void Errors_fall_at_least_like_the_root_of_the_rows_and_sobol_points_do_better_than_independent_ones(string function)
    {
        int[] sizes = [64, 256, 1_024, 4_096];
        double[] sobol = [.. sizes.Select(rows => Error(function, rows, seed => Saltelli(function, rows, seed)))];
        double[] uniform = [.. sizes.Select(rows => Error(function, rows, seed => Uniform(function, rows, seed)))];

        Assert.That(Slope(sizes, sobol), Is.LessThan(-0.45));
        Assert.That(Slope(sizes, uniform), Is.InRange(-0.65, -0.35));
        Assert.That(sobol[^1], Is.LessThan(0.7 * uniform[^1]));
    }

    [Test]
    public void A_constant_that_is_added_changes_nothing_but_rounding()
    {
        var design = new SaltelliDesign(3, "shift", 64, 3);
        var values = TestFunctions.Values(TestFunctions.Ishigami, design.Points());

        var one = SobolIndices.OfMeans(3, values, [], Plan(3));
        var other = SobolIndices.OfMeans(3, [.. values.Select(value => (10 * value) + 1e6)], [], Plan(3));

        for (var input = 0; input < 3; input++)
        {
            Assert.That(other.Inputs[input].First.Value, Is.EqualTo(one.Inputs[input].First.Value).Within(1e-8));
            Assert.That(
                other.Inputs[input].Total.Interval.Upper, Is.EqualTo(one.Inputs[input].Total.Interval.Upper).Within(1e-8));
        }
    }

    [Test]
    public void An_input_without_effect_has_a_total_index_of_exactly_nothing()
    {
        var points = new SaltelliDesign(3, "idle", 64, 2).Points();
        double[] values = [.. Enumerable.Range(0, points.Count).Select(point => points[point, 0])];

        var found = SobolIndices.OfMeans(2, values, [], Plan(3));

        Assert.That(found.Inputs[1], Is.EqualTo(new SobolIndex(new(0, new(0, 0)), new(0, new(0, 0)))));
    }

    [Test]
    public void The_same_seed_gives_the_same_digits_and_another_name_other_intervals()
    {
        var one = Estimate(TestFunctions.Ishigami, 64, seed: 1);
        var values = TestFunctions.Values(TestFunctions.Ishigami, Saltelli(TestFunctions.Ishigami, 64, 1));

        Assert.That(Estimate(TestFunctions.Ishigami, 64, seed: 1).Inputs, Is.EqualTo(one.Inputs));
        Assert.That(
            SobolIndices.OfMeans(3, values, [], new(1, "other")).Inputs[0].First.Interval,
            Is.Not.EqualTo(one.Inputs[0].First.Interval));
    }

    [Test]
    public void Where_nothing_varies_there_are_no_indices_and_it_is_said()
    {
        double[] constant = [.. Enumerable.Repeat(0.1, 5 * 32)];

        var found = SobolIndices.OfMeans(3, constant, [], Plan(1));

        Assert.That(found.Inputs.Select(index => index.First.Value).Concat(found.Inputs.Select(index => index.Total.Value)),
            Is.All.NaN);
        Assert.That(found.Verdict, Does.StartWith("Nothing varies: "));
        Assert.That(found.IsVarianceSeen, Is.False);
    }

    [Test]
    public void Impossible_results_are_refused()
    {
        double[][] uneven = [[1], [1, 2], [1], [1], [1], [1]];

        Assert.That(() => SobolIndices.OfMeans(1, [1, 2, 3, 4], [], Plan(1)), Throws.ArgumentException, "not whole rows");
        Assert.That(() => SobolIndices.OfMeans(1, [1, 2, 3], [], Plan(1)), Throws.ArgumentException, "one row");
        Assert.That(() => SobolIndices.OfMeans(0, [1, 2, 3, 4], [], Plan(1)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => SobolIndices.OfMeans(1, [1, 2, 3, 4, 5, double.NaN], [], Plan(1)), Throws.ArgumentException);
        Assert.That(() => SobolIndices.OfMeans(1, [1, 2, 3, 4, 5, 6], [1], Plan(1)), Throws.ArgumentException);
        Assert.That(() => SobolIndices.OfMeans(1, [1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, -1], Plan(1)), Throws.ArgumentException);
        Assert.That(() => SobolIndices.OfReplications(1, uneven, Plan(1)), Throws.ArgumentException);
        Assert.That(() => SobolIndices.OfMeans(1, [1, 2, 3, 4, 5, 6], [], Plan(1) with { Resamples = 99 }),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => SobolIndices.OfMeans(1, [1, 2, 3, 4, 5, 6], [], Plan(1) with { Level = 1 }),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static int Covered(SobolIndices found) => Enumerable.Range(0, 3).Sum(input =>
        (found.Inputs[input].First.Interval.Contains(TestFunctions.Exact(TestFunctions.Ishigami, "S1", input)) ? 1 : 0)
        + (found.Inputs[input].Total.Interval.Contains(TestFunctions.Exact(TestFunctions.Ishigami, "ST", input)) ? 1 : 0));

    private static double Error(string function, int rows, Func<ulong, DesignPoints> design)
    {
        const int Designs = 12;
        var inputs = TestFunctions.Inputs(function);
        var exact = Enumerable.Range(0, inputs).Select(input =>
            (First: TestFunctions.Exact(function, "S1", input), Total: TestFunctions.Exact(function, "ST", input))).ToList();
        var sum = 0.0;
        for (var seed = 0UL; seed < Designs; seed++)
        {
            var values = TestFunctions.Values(function, design(seed));
            var found = SobolIndices.OfMeans(inputs, values, [], Plan(seed) with { Resamples = 100 });
            sum += found.Inputs.Select((index, input) =>
                Math.Pow(index.First.Value - exact[input].First, 2) + Math.Pow(index.Total.Value - exact[input].Total, 2)).Sum();
        }

        return Math.Sqrt(sum / Designs / inputs / 2);
    }

    private static double Slope(int[] sizes, double[] errors)
    {
        var x = sizes.Select(size => Math.Log(size)).ToList();
        var y = errors.Select(error => Math.Log(error)).ToList();
        var (meanX, meanY) = (x.Average(), y.Average());
        return x.Zip(y, (one, other) => (one - meanX) * (other - meanY)).Sum() / x.Sum(one => (one - meanX) * (one - meanX));
    }

    private static SobolIndices Estimate(string function, int rows, ulong seed, int resamples = 1_000) => SobolIndices.OfMeans(
        TestFunctions.Inputs(function),
        TestFunctions.Values(function, Saltelli(function, rows, seed)),
        [],
        Plan(seed) with { Resamples = resamples });

    private static SobolIndices OfPoints(DesignPoints points, int resamples) => SobolIndices.OfMeans(
        3, TestFunctions.Values(TestFunctions.Ishigami, points), [], Plan(1) with { Resamples = resamples });

    private static DesignPoints Saltelli(string function, int rows, ulong seed) =>
        new SaltelliDesign(seed, "indices", rows, TestFunctions.Inputs(function)).Points();

    private static DesignPoints Uniform(int rows, ulong seed) => Uniform(TestFunctions.Ishigami, rows, seed);

    // The same rows from independent points.
    private static DesignPoints Uniform(string function, int rows, ulong seed)
    {
        var inputs = TestFunctions.Inputs(function);
        var halves = UniformPoints.Points(seed, "indices", rows, 2 * inputs);
        return new((inputs + 2) * rows, inputs, (point, column) =>
        {
            var (row, place) = Math.DivRem(point, inputs + 2);
            return halves[row, place == inputs + 1 || place == column + 1 ? inputs + column : column];
        });
    }

    private static BootstrapPlan Plan(ulong seed) => new(seed, "indices");
}
