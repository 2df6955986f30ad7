using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Estimates;

internal sealed class BinomialIntervalTests
{
    private static readonly ProportionMethod[] Methods = Enum.GetValues<ProportionMethod>();

    public static IEnumerable<TestCaseData> ReferenceRows() => ReferenceTable.Rows("binomial-intervals.csv").Select(row =>
        new TestCaseData(row[0], row[1], row[2], row[3], row[4], row[5], row[6]).SetArgDisplayNames(row[..4]));

    [TestCaseSource(nameof(ReferenceRows))]
    public void Limits_hold_thirteen_digits_up_to_a_billion(
        string method, string hits, string count, string level, string lower, string upper, string oneMinusUpper)
    {
        var (k, n) = (ReferenceTable.Whole(hits), ReferenceTable.Whole(count));
        var confidence = ReferenceTable.Number(level);

        var interval = Of(method, k, n, confidence);
        var mirrored = Of(method, n - k, n, confidence);

        Assert.Multiple(() =>
        {
            AssertNear(interval.Lower, ReferenceTable.Number(lower), 1e-13);
            AssertNear(interval.Upper, ReferenceTable.Number(upper), 1e-13);
            AssertNear(mirrored.Lower, ReferenceTable.Number(oneMinusUpper), 1e-13);
        });
    }

    [Test]
    public void Without_hits_the_upper_limit_is_the_root_of_the_tail(
        [Values(1, 2, 30, 1_000, 1_000_000_000)] long count, [Values(0.5, 0.95, 0.999999999, 0.9999999999999)] double level)
    {
        var upper = BinomialInterval.ClopperPearson(0, count, level).Upper;

        // (1 − U)^n = α/2, solved for U by a series for e^v − 1 that is exact to 1e-16 for the small v of large counts.
        var v = Math.Log((1 - level) / 2) / count;
        var expected = Math.Abs(v) > 1e-3 ? 1 - Math.Exp(v) : -v * (1 + (v / 2 * (1 + (v / 3 * (1 + (v / 4 * (1 + (v / 5))))))));
        AssertNear(upper, expected, 1e-13);
    }

    [Test]
    public void Clopper_and_Pearson_cover_every_chance_with_at_least_the_level([Values(0.5, 0.8, 0.95, 0.99)] double level)
    {
        for (var count = 1; count <= 40; count++)
        {
            var intervals = Intervals(ProportionMethod.ClopperPearson, count, level);
            for (var step = 1; step < 400; step++)
            {
                var coverage = Coverage(intervals, step / 400.0);

                Assert.That(coverage, Is.AtLeast(level - 1e-12), FormattableString.Invariant($"n = {count}, p = {step}/400"));
            }
        }
    }

    [Test]
    public void The_others_cover_the_level_on_average_but_not_always(
        [Values(ProportionMethod.Wilson, ProportionMethod.Jeffreys)] ProportionMethod method)
    {
        var intervals = Intervals(method, 40, 0.95);
        var coverages = Enumerable.Range(1, 399).Select(step => Coverage(intervals, step / 400.0)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(coverages.Average(), Is.EqualTo(0.95).Within(0.01));
            Assert.That(coverages.Min(), Is.LessThan(0.94));
        });
    }

    [FsCheck.NUnit.Property(MaxTest = 300, Replay = "42,1")]
    public bool Limits_enclose_the_share_and_grow_with_hits(ushort first, ushort second, ushort wideness)
    {
        var count = Math.Max(first, second) + 1L;
        var hits = Math.Min(first, second);
        var level = (wideness + 1) / 65_538.0;
        return Methods.All(method =>
        {
            var here = ProportionEstimate.Of(hits, count, level, method);
            var next = ProportionEstimate.Of(hits + 1, count, level, method);

            // At a level near 0 Jeffreys' interval shrinks to the median of its posterior, which is not the share.
            var encloses = here.Interval.Contains(here.Value) || (method == ProportionMethod.Jeffreys && level < 0.5);
            return encloses && here.Interval.Lower < next.Interval.Lower && here.Interval.Upper < next.Interval.Upper
                && here.Interval.Lower >= 0 && next.Interval.Upper <= 1;
        });
    }

    [Test]
    public void Nothing_observed_says_nothing([ValueSource(nameof(Methods))] ProportionMethod method)
    {
        var estimate = ProportionEstimate.Of(0, 0, 0.95, method);

        Assert.Multiple(() =>
        {
            Assert.That(estimate.Interval, Is.EqualTo(new Interval(0, 1)));
            Assert.That(estimate.Value, Is.NaN);
        });
    }

    [TestCase(-1, 10, 0.95)]
    [TestCase(11, 10, 0.95)]
    [TestCase(0, -1, 0.95)]
    [TestCase(5, 10, 0.0)]
    [TestCase(5, 10, 1.0)]
    [TestCase(5, 10, 95.0)]
    [TestCase(5, 10, double.NaN)]
    public void Impossible_arguments_are_refused(long hits, long count, double level) => Assert.Multiple(() =>
    {
        foreach (var method in Methods)
        {
            Assert.That(
                () => ProportionEstimate.Of(hits, count, level, method),
                Throws.InstanceOf<ArgumentOutOfRangeException>(),
                method.ToString());
        }
    });

    [Test]
    public void An_unknown_method_is_refused() => Assert.That(
        () => ProportionEstimate.Of(1, 2, 0.95, (ProportionMethod)17), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static Interval Of(string method, long hits, long count, double level) => method switch
    {
        "clopper-pearson" => BinomialInterval.ClopperPearson(hits, count, level),
        "wilson" => BinomialInterval.Wilson(hits, count, level),
        "jeffreys" => BinomialInterval.Jeffreys(hits, count, level),
        _ => throw new ArgumentException("No such method: " + method, nameof(method)),
    };

    /// <summary>The chance that the interval holds p, by summing the binomial law.</summary>
    private static double Coverage(Interval[] intervals, double p)
    {
        var count = intervals.Length - 1;
        var coverage = 0.0;
        var mass = Math.Pow(1 - p, count);
        for (var hits = 0; hits <= count; hits++)
        {
            coverage += intervals[hits].Contains(p) ? mass : 0;
            mass *= (count - hits) / (hits + 1.0) * (p / (1 - p));
        }

        return coverage;
    }

    private static Interval[] Intervals(ProportionMethod method, int count, double level) =>
        [.. Enumerable.Range(0, count + 1).Select(hits => ProportionEstimate.Of(hits, count, level, method).Interval)];

    private static void AssertNear(double found, double expected, double relative) =>
        Assert.That(found, Is.EqualTo(expected).Within(Math.Abs(expected) * relative));
}
