using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Stopping;

internal sealed class StoppingCoverageTests
{
    // Looking after every replication at plain intervals of 95 %: 94.1 % at a half-width of 0.05, at most 402 replications, and
    // 93.5 % at 0.1, over a grid of 1/400: the rule is summed here by itself, replication by replication.
    [TestCase(0.05, 0.941, 402)]
    [TestCase(0.1, 0.935, 104)]
    public void Looking_at_plain_intervals_covers_less_than_they_promise(double halfWidth, double expected, int longest)
    {
        var (coverage, last) = LeastCoverage(halfWidth, error: 0.05, step: 1);

        Assert.Multiple(() =>
        {
            Assert.That(coverage, Is.EqualTo(expected).Within(0.0005));
            Assert.That(last, Is.EqualTo(longest));
        });
    }

    [Test]
    public void A_smaller_error_mends_it()
    {
        var (coverage, last) = LeastCoverage(0.05, error: 0.0402, step: 1);

        Assert.That(coverage, Is.GreaterThanOrEqualTo(0.95));
        Assert.That(last, Is.EqualTo(438).Within(1));
    }

    // The same sums by the way of few reference chances, at looks after blocks of 64.
    [TestCase(0.1, 0.05)]
    [TestCase(0.05, 0.04)]
    [TestCase(0.03, 0.05)]
    public void Carrying_a_few_chances_gives_what_each_chance_gives(double halfWidth, double error)
    {
        var coverage = new StoppingCoverage(halfWidth, error, long.MaxValue);
        for (var p = 0.0125; p < 0.5; p += 0.0371)
        {
            var expected = 1 - Coverage(halfWidth, error, ReplicationTable.BlockSize, p);
            Assert.That(coverage.MissAt(p), Is.EqualTo(expected).Within(1e-9));
        }
    }

    [TestCase(0.1)]
    [TestCase(0.02)]
    [TestCase(0.004)]
    public void No_chance_between_the_ends_is_missed_more_often(double halfWidth)
    {
        const double Error = 0.04;
        var coverage = new StoppingCoverage(halfWidth, Error, long.MaxValue);
        var largest = coverage.LargestMiss(enough: 1);

        for (var p = 0.013 * halfWidth; p < Math.Min(0.5, 16 * halfWidth); p *= 1.07)
        {
            Assert.That(coverage.MissAt(p), Is.LessThanOrEqualTo(largest + 1e-9));
        }
    }

    // Beyond sixteen half-widths LargestMiss does not look. There the error of a fixed number is hardly exceeded, and the
    // adjusted one lies far below the wanted one.
    [TestCase(0.01)]
    [TestCase(0.003)]
    [TestCase(0.0005)]
    public void Far_chances_are_missed_about_as_often_as_with_a_fixed_number(double halfWidth)
    {
        var error = FixedWidthRule.AdjustedError(halfWidth, 0.05, long.MaxValue);
        var coverage = new StoppingCoverage(halfWidth, error, long.MaxValue);

        Assert.That(error, Is.InRange(0.03, 0.04));
        for (var p = 16 * halfWidth; p <= 0.5; p *= 1.9)
        {
            Assert.That(coverage.MissAt(p), Is.LessThan(0.043));
        }
    }

    private static (double Coverage, long Last) LeastCoverage(double halfWidth, double error, long step)
    {
        var last = Looks(halfWidth, error, step)[^1].Count;
        return (Enumerable.Range(1, 200).AsParallel().Min(p => Coverage(halfWidth, error, step, p / 400.0)), last);
    }

    // One replication after the other, with nothing left out.
    private static double Coverage(double halfWidth, double error, long step, double p)
    {
        var looks = Looks(halfWidth, error, step);
        var (paths, coverage) = (new double[looks[^1].Count + 2], 0.0);
        paths[0] = 1;
        var at = 0;
        for (var count = 1L; count <= looks[^1].Count; count++)
        {
            for (var hits = count; hits >= 0; hits--)
            {
                paths[hits] = (paths[hits] * (1 - p)) + (hits == 0 ? 0 : paths[hits - 1] * p);
            }

            if (count != looks[at].Count)
            {
                continue;
            }

            for (var hits = 0L; hits <= count; hits++)
            {
                if ((hits <= looks[at].Most || count - hits <= looks[at].Most) && paths[hits] > 0)
                {
                    coverage += BinomialInterval.ClopperPearson(hits, count, 1 - error).Contains(p) ? paths[hits] : 0;
                    paths[hits] = 0;
                }
            }

            at++;
        }

        return coverage;
    }

    // At each look the most hits with which it stops; the last one stops with any.
    private static List<(long Count, long Most)> Looks(double halfWidth, double error, long step)
    {
        var looks = new List<(long Count, long Most)>();
        var most = -1L;
        for (var count = step; ; count = step == 1 ? count + 1 : LookSchedule.After(count))
        {
            while (most < count / 2 && Narrow(most + 1, count))
            {
                most++;
            }

            looks.Add((count, most));
            if (most >= count / 2)
            {
                return looks;
            }
        }

        bool Narrow(long hits, long count) => BinomialInterval.ClopperPearson(hits, count, 1 - error).HalfWidth <= halfWidth;
    }
}
