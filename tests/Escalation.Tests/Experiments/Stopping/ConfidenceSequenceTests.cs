using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Experiments.Estimates;

namespace Escalation.Tests.Experiments.Stopping;

internal sealed class ConfidenceSequenceTests
{
    public static IEnumerable<TestCaseData> Intervals() => ReferenceTable.Rows("confseq-intervals.csv").Select(row =>
        new TestCaseData([.. row]).SetArgDisplayNames([.. row.Take(5)]));

    public static IEnumerable<TestCaseData> Boundaries() => ReferenceTable.Rows("confseq-boundaries.csv").Select(row =>
        new TestCaseData([.. row]).SetArgDisplayNames([.. row.Take(5)]));

    [TestCaseSource(nameof(Intervals))]
    public void Limits_hold_ten_digits(
        string a, string b, string error, string hits, string count, string lower, string upper)
    {
        var interval = ConfidenceSequence.At(
            ReferenceTable.Whole(hits),
            ReferenceTable.Whole(count),
            1 - ReferenceTable.Number(error),
            ReferenceTable.Number(a),
            ReferenceTable.Number(b));

        Assert.Multiple(() =>
        {
            Assert.That(interval.Lower, Is.EqualTo(ReferenceTable.Number(lower)).Within(1e-10).Percent);
            Assert.That(interval.Upper, Is.EqualTo(ReferenceTable.Number(upper)).Within(1e-10).Percent);
        });
    }

    [TestCaseSource(nameof(Boundaries))]
    public void A_chance_is_thrown_out_at_exactly_the_counts_of_the_table(
        string a, string b, string error, string chance, string count, string below, string above)
    {
        var n = ReferenceTable.Whole(count);
        var point = UnitPoint.FromX(ReferenceTable.Number(chance));
        for (var k = 0L; k <= n; k++)
        {
            var isLow = below.Length > 0 && k <= ReferenceTable.Whole(below);
            var isHigh = above.Length > 0 && k >= ReferenceTable.Whole(above);

            var isKept = ConfidenceSequence.Keeps(
                point, k, n - k, ReferenceTable.Number(error), ReferenceTable.Number(a), ReferenceTable.Number(b));

            Assert.That(isKept, Is.EqualTo(!isLow && !isHigh), FormattableString.Invariant($"k = {k}"));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool It_holds_the_share_and_mirrors(ushort first, ushort second)
    {
        var (hits, count) = (Math.Min(first, second), (long)Math.Max(first, second) + 1);
        var (here, there) = (ConfidenceSequence.At(hits, count), ConfidenceSequence.At(count - hits, count));
        return here.Contains((double)hits / count)
            && Math.Abs(here.Lower - (1 - there.Upper)) < 1e-14
            && Math.Abs(here.Upper - (1 - there.Lower)) < 1e-14;
    }

    [Test]
    public void Nothing_seen_says_nothing() => Assert.That(ConfidenceSequence.At(0, 0), Is.EqualTo(new Interval(0, 1)));

    // Each of 1,000 runs is looked at after every replication up to 500. At most 50 are expected to throw the truth out at any
    // time; more than 85 have a chance below 1e-6. Clopper and Pearson, looked at as often, do it far more often.
    [Test]
    public void Whoever_looks_all_the_time_still_hardly_ever_loses_the_truth()
    {
        const double Chance = 0.3;
        var (lost, lostByFixed) = (0, 0);
        for (var run = 0UL; run < 1_000; run++)
        {
            var stream = KeyedStream.Derive(3, Key.OfName("confidence sequence"), run);
            var (hits, isLost, isLostByFixed) = (0L, false, false);
            for (var count = 1L; count <= 500; count++)
            {
                hits += stream.NextUniform() < Chance ? 1 : 0;
                isLost |= !ConfidenceSequence.Keeps(UnitPoint.FromX(Chance), hits, count - hits, 0.05, 0.5, 0.5);
                isLostByFixed |= count % 20 == 0 && !BinomialInterval.ClopperPearson(hits, count).Contains(Chance);
            }

            lost += isLost ? 1 : 0;
            lostByFixed += isLostByFixed ? 1 : 0;
        }

        Assert.That(lost, Is.AtMost(85));
        Assert.That(lostByFixed, Is.GreaterThan(100));
    }

    [TestCase(-1, 3, 0.95, 0.5)]
    [TestCase(4, 3, 0.95, 0.5)]
    [TestCase(1, 3, 1, 0.5)]
    [TestCase(1, 3, 0.95, 0)]
    public void Impossible_arguments_are_refused(long hits, long count, double level, double a) =>
        Assert.That(() => ConfidenceSequence.At(hits, count, level, a), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
