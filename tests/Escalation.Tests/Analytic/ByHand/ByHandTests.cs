using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Support;
using Escalation.Verification;

namespace Escalation.Tests.Analytic.ByHand;

/// <summary>Two cases written in C# against the engine alone, without a scenario: the same law within error, so the compiled
/// language adds nothing of its own. Each test has a false-alarm rate of about 1e-5; the seeds are fixed.</summary>
internal sealed class ByHandTests
{
    private const int Histories = 100_000;
    private const ulong Seed = 20231017;

    [TestCase("mean", 0)]
    [TestCase("variance", 0)]
    [TestCase("p_ge_40", 40)]
    public void A_Hawkes_process_by_hand_has_the_exact_figures(string figure, int least)
    {
        var sample = Array.ConvertAll(HawkesByHand(), attacks => least == 0 ? attacks : attacks >= least ? 1.0 : 0);

        AssertAgrees("V17", figure, sample);
    }

    [TestCase("p_by_90")]
    [TestCase("mean_min")]
    [TestCase("mean_hit")]
    public void A_ladder_by_hand_has_the_exact_figures(string figure)
    {
        var sample = Array.ConvertAll(LadderByHand(), day => figure switch
        {
            "p_by_90" => day <= 90 ? 1 : 0,
            "mean_min" => Math.Min(day, 90),
            _ => day,
        });

        AssertAgrees("V12", figure, sample);
    }

    [Test]
    public void A_Hawkes_process_by_hand_and_as_a_scenario_have_one_law()
    {
        var scenario = ScenarioRun.Of(ReferenceCases.Find("V17")!.ScenarioText, Histories, Seed + 1)["attacks"];

        Assert.That(SameLawP(HawkesByHand(), scenario), Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void A_ladder_by_hand_and_as_a_scenario_have_one_law()
    {
        var scenario = ScenarioRun.Of(ReferenceCases.Find("V12")!.ScenarioText, Histories, Seed + 1)["spiral_day"];

        Assert.That(SameLawP(LadderByHand(), scenario), Is.GreaterThan(Statistical.LeastP));
    }

    [Test]
    public void The_comparison_sees_a_law_that_is_four_per_cent_longer() => Assert.That(
        SameLawP(LadderByHand(), Array.ConvertAll(LadderByHand(Seed + 2), day => 1.04 * day)), Is.LessThan(Statistical.LeastP));

    private static double[] HawkesByHand() => Sample(HandmadeHawkes.Attacks);

    private static double[] LadderByHand(ulong seed = Seed) => Sample(HandmadeLadder.DayOfSpiral, seed);

    private static double[] Sample<T>(History<T> history, ulong seed = Seed)
        where T : struct, IConvertible
    {
        var queue = new EventQueue();
        var sample = new double[Histories];
        for (var i = 0; i < sample.Length; i++)
        {
            var stream = new KeyedStream(Key.Derive(seed, Key.OfName("by hand"), (ulong)i));
            sample[i] = history(queue, ref stream).ToDouble(null);
        }

        return sample;
    }

    private static void AssertAgrees(string caseName, string figure, double[] sample)
    {
        var moments = new CoMoments();
        foreach (var value in sample)
        {
            moments.Add(value, value);
        }

        var statistic = ReferenceCases.Find(caseName)!.Statistics.Single(known => known.Name == figure);
        var result = Judgement.Of(statistic, moments);

        Assert.That(result.Verdict, Is.EqualTo(Verdict.Agrees), $"{result}");
    }

    /// <summary>Smirnov: probability of a gap as wide as that between two samples, if they have one law; for whole numbers an
    /// upper limit.</summary>
    /// <remarks>Smirnov (1948), Annals of Mathematical Statistics 19, 279–281.</remarks>
    private static double SameLawP(double[] one, double[] other)
    {
        Array.Sort(one);
        Array.Sort(other);
        var (i, j, gap) = (0, 0, 0.0);
        while (i < one.Length && j < other.Length)
        {
            var value = Math.Min(one[i], other[j]);
            for (; i < one.Length && one[i] == value; i++)
            {
            }

            for (; j < other.Length && other[j] == value; j++)
            {
            }

            gap = Math.Max(gap, Math.Abs(((double)i / one.Length) - ((double)j / other.Length)));
        }

        return Statistical.KolmogorovTail(gap * Math.Sqrt((double)one.Length * other.Length / (one.Length + other.Length)));
    }

    private delegate T History<out T>(EventQueue queue, ref KeyedStream stream);
}
