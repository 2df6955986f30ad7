using Escalation.Engine;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Pareto;

internal sealed class NoisyFrontTests
{
    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool Without_noise_it_is_the_plain_front(FsCheck.PositiveInt seed, FsCheck.NonNegativeInt size)
    {
        var means = RandomFronts.Points(seed.Get, size.Get % 30, 2);

        var members = ConfidentFront.Members(means, [.. means.Select(_ => new double[2])]);

        return members.SequenceEqual(Enumerable.Range(0, means.Length).Where(i => Domination.Ranks(means)[i] == 0));
    }

    // Two settings, level 0.95: what decides is 1.645 standard errors of the difference in the objective that differs less.
    [TestCase(1.64, new[] { 0, 1 })]
    [TestCase(1.65, new[] { 0 })]
    public void A_setting_is_dropped_when_the_lesser_difference_is_significant(double errors, int[] expected)
    {
        double[][] means = [[0, 0], [errors * Math.Sqrt(2), 100]];

        Assert.That(ConfidentFront.Members(means, [[1, 1], [1, 1]]), Is.EqualTo(expected));
        Assert.That(ConfidentFront.Members(means, (_, _, _) => Math.Sqrt(2)), Is.EqualTo(expected));
    }

    [Test]
    public void Equal_settings_stay_without_any_noise() =>
        Assert.That(ConfidentFront.Members([[1, 1], [1, 1]], [[0, 0], [0, 0]]), Is.EqualTo(new[] { 0, 1 }));

    // Ten settings of the same true values: each may be dropped in 5 % of cases at most. Were it just 5 %, and each setting
    // on its own, z would be above 4.42 with probability 5e-6.
    [Test]
    public void Settings_of_the_true_front_are_rarely_dropped()
    {
        const int Repeats = 400;
        var stream = new KeyedStream(Key.OfName("front"));
        var dropped = 0;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            double[][] means = [.. Enumerable.Range(0, 10).Select(_ => One())];
            dropped += 10 - ConfidentFront.Members(means, [.. means.Select(_ => new double[] { 1, 1 })]).Length;
        }

        Assert.That(Statistical.ShareZ(dropped, Repeats * 10, 0.05), Is.LessThan(Statistical.ZBound));

        // Both objectives have the same luck, which is the worst case.
        double[] One()
        {
            var luck = NormalVariate.DrawUnit(ref stream);
            return [luck, luck];
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool An_archive_has_one_setting_a_box_and_no_box_that_another_dominates(
        FsCheck.PositiveInt seed, FsCheck.NonNegativeInt size)
    {
        var archive = new EpsilonArchive<int>(0.25, 0.25);
        var points = RandomFronts.Points(seed.Get, size.Get % 60, 2);
        for (var i = 0; i < points.Length; i++)
        {
            archive.Add(i, points[i]);
        }

        double[][] boxes = [.. archive.Front.Select(entry => BoxOf(entry.Objectives))];
        double[][] all = [.. points.Select(point => BoxOf(point))];
        return boxes.All(box => !all.Any(other => Domination.Dominates(other, box)))
            && boxes.Select(box => (box[0], box[1])).Distinct().Count() == boxes.Length
            && all.All(box => boxes.Any(kept => kept.SequenceEqual(box) || Domination.Dominates(kept, box)));

        static double[] BoxOf(IEnumerable<double> objectives) => [.. objectives.Select(value => Math.Floor(value / 0.25))];
    }

    [Test]
    public void Of_a_box_the_better_setting_stays()
    {
        var archive = new EpsilonArchive<string>(1, 1);

        Assert.That(archive.Add("first", [0.5, 0.5]), Is.True);
        Assert.That(archive.Add("worse", [0.6, 0.5]), Is.False);
        Assert.That(archive.Add("better", [0.4, 0.5]), Is.True);
        Assert.That(archive.Add("without value", [double.NaN, 0]), Is.False);
        Assert.That(archive.Front.Select(entry => entry.Setting), Is.EqualTo(new[] { "better" }));
    }
}
