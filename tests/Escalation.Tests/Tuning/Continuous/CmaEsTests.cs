using Escalation.Engine;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Continuous;

internal sealed class CmaEsTests
{
    [Test]
    public void Only_the_order_of_values_counts()
    {
        var plain = new CmaEs([3, 3], 1, new CmaOptions { Seed = 7 });
        var bent = new CmaEs([3, 3], 1, new CmaOptions { Seed = 7 });
        for (var generation = 0; generation < 30; generation++)
        {
            plain.Tell([.. plain.Ask().Select(TestLandscapes.Sphere)]);
            bent.Tell([.. bent.Ask().Select(point => Math.Pow(TestLandscapes.Sphere(point), 0.1) - 5)]);
        }

        Assert.That(bent.Mean, Is.EqualTo(plain.Mean));
    }

    // Rank sums of 60 runs on an ellipsoid and 60 on a turned and shifted one. |z| > 4.42 has probability 1e-5; were the matrix
    // diagonal, the second kind would hardly end at all.
    [Test]
    public void Turned_and_shifted_landscapes_are_as_easy()
    {
        const int Runs = 60;
        var turn = Turn(5);
        var straight = Enumerable.Range(0, Runs)
            .Select(run => Evaluations(TestLandscapes.Ellipsoid, [3, 0, 0, 0, 0], run)).ToArray();
        var turned = Enumerable.Range(0, Runs).Select(run => Evaluations(
            x => TestLandscapes.Ellipsoid(Turned(turn, [.. x.Select(value => value - 100)])),
            [.. turn[0].Select(value => 100 + (3 * value))],
            Runs + run)).ToArray();

        var above = straight.Sum(s => turned.Count(t => t > s) + (0.5 * turned.Count(t => t == s)));
        var z = (above - (Runs * Runs / 2.0)) / Math.Sqrt(Runs * Runs * ((2 * Runs) + 1) / 12.0);

        Assert.That(straight.Concat(turned), Has.All.LessThan(double.PositiveInfinity));
        Assert.That(Math.Abs(z), Is.LessThan(Statistical.ZBound));
    }

    // A ridge: 4,180 evaluations were measured, and 9,120 without the update of rank one, which learns a single direction.
    [Test]
    public void A_ridge_is_learnt_from_the_path()
    {
        var evaluations = Enumerable.Range(0, 15).Select(run => TestLandscapes.EvaluationsTo(
            new(SearchBox.Unlimited(10), new ContinuousOptions
            {
                Seed = (ulong)run,
                Start = [.. Enumerable.Repeat(3.0, 10)],
                Step = 1,
                MostRestarts = 0,
            }),
            x => (x[0] * x[0]) + (1e6 * TestLandscapes.Sphere(x[1..])),
            1e-9,
            20_000));

        Assert.That(TestLandscapes.Median(evaluations), Is.LessThan(6000));
    }

    [Test]
    public void One_dimension_is_enough()
    {
        var run = new CmaEs([50], 1, new CmaOptions { Seed = 3 });
        while (run.Stop == CmaStop.None)
        {
            run.Tell([.. run.Ask().Select(point => Math.Abs(point[0] - 2))]);
        }

        Assert.That(run.Mean[0], Is.EqualTo(2).Within(1e-9));
    }

    [Test]
    public void Points_follow_from_seed_restart_and_what_was_told()
    {
        var options = new CmaOptions { Seed = 7 };
        var first = new CmaEs([0, 0], 1, options);

        Assert.That(first.Ask(), Is.EqualTo(first.Ask()));
        Assert.That(new CmaEs([0, 0], 1, options).Ask(), Is.EqualTo(first.Ask()));
        Assert.That(new CmaEs([0, 0], 1, options with { Restart = 1 }).Ask(), Is.Not.EqualTo(first.Ask()));
        Assert.That(new CmaEs([0, 0], 1, options with { Seed = 8 }).Ask(), Is.Not.EqualTo(first.Ask()));
    }

    [Test]
    public void A_flat_landscape_ends_the_run()
    {
        var run = Ended(_ => 4);

        Assert.That(run.Stop, Is.EqualTo(CmaStop.ValueTolerance));
    }

    [Test]
    public void A_slope_without_end_ends_the_run()
    {
        var run = Ended(point => point[0]);

        Assert.That(run.Stop, Is.EqualTo(CmaStop.Divergence));
    }

    [Test]
    public void Noise_ends_the_run_by_stagnation()
    {
        var stream = new KeyedStream(Key.OfName("stagnation"));

        var run = Ended(_ => NormalVariate.DrawUnit(ref stream));

        Assert.That(run.Stop, Is.EqualTo(CmaStop.Stagnation));
    }

    [Test]
    public void What_has_no_value_is_worst()
    {
        var run = Ended(point => point[0] < 1 ? double.NaN : TestLandscapes.Sphere(point));

        Assert.That(run.Mean[0], Is.EqualTo(1).Within(1e-4));
    }

    [Test]
    public void Untold_or_unasked_generations_are_refused()
    {
        var run = new CmaEs([0, 0], 1, new CmaOptions());

        Assert.That(() => run.Tell([1, 2, 3, 4, 5, 6]), Throws.InvalidOperationException);
        run.Ask();
        Assert.That(() => run.Tell([1, 2]), Throws.ArgumentException);
    }

    private static CmaEs Ended(Func<double[], double> function)
    {
        var run = new CmaEs([3, 3], 1, new CmaOptions { Seed = 5 });
        while (run.Stop == CmaStop.None)
        {
            run.Tell([.. run.Ask().Select(function)]);
        }

        return run;
    }

    private static double Evaluations(Func<double[], double> function, double[] start, int seed) => TestLandscapes.EvaluationsTo(
        new(SearchBox.Unlimited(5), new ContinuousOptions { Seed = (ulong)seed, Start = [.. start], Step = 1, MostRestarts = 0 }),
        function,
        1e-8,
        20_000);

    // An orthogonal matrix by Gram and Schmidt from normal numbers.
    private static double[][] Turn(int n)
    {
        var stream = new KeyedStream(Key.OfName("turn"));
        var rows = new List<double[]>();
        while (rows.Count < n)
        {
            double[] row = [.. Enumerable.Range(0, n).Select(_ => NormalVariate.DrawUnit(ref stream))];
            foreach (var other in rows)
            {
                var along = row.Zip(other, (a, b) => a * b).Sum();
                row = [.. row.Zip(other, (a, b) => a - (along * b))];
            }

            var length = Math.Sqrt(TestLandscapes.Sphere(row));
            rows.Add([.. row.Select(value => value / length)]);
        }

        return [.. rows];
    }

    private static double[] Turned(double[][] turn, double[] x) =>
        [.. turn.Select(row => row.Zip(x, (a, b) => a * b).Sum())];
}
