using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Escalation.Tests.Analytic;

/// <summary>Exact values of the cases W that are jump processes; counts and maxima are part of the state.</summary>
internal static class OwnCaseChains
{
    // Counts beyond these have a chance below 1e-15.
    private const int MostAnswers = 40;
    private const int MostLost = 80;
    private const int MostWars = 30;
    private const int HighestRung = 50;

    /// <summary>W05: uniform intervals by the law of Irwin (1927) and Hall (1927); of gamma intervals of shape 3, a knock is
    /// every third point of a Poisson process of rate 1.5; a march has two phases.</summary>
    internal static Dictionary<string, double> Renewal()
    {
        var atLeast = Enumerable.Range(0, 12).Select(k => k == 0 ? 1 : IrwinHall(k, (10.0 - k) / 2)).ToArray();
        var meanA = atLeast.Skip(1).Sum();
        var squareA = atLeast.Select((chance, k) => ((2 * k) - 1) * chance).Skip(1).Sum();
        var points = new Poisson(15);
        var meanB = Enumerable.Range(0, 120).Sum(n => points.Probability(n) * (n / 3));
        var squareB = Enumerable.Range(0, 120).Sum(n => points.Probability(n) * (n / 3) * (n / 3));
        var camp = new JumpProcess<int>(0, phase => [((phase + 1) % 3, phase == 0 ? 0.5 : 1)]);
        return new()
        {
            ["mean_a"] = meanA,
            ["variance_a"] = squareA - (meanA * meanA),
            ["a_ge_5"] = atLeast[5],
            ["third"] = 3 * 2,
            ["mean_b"] = meanB,
            ["variance_b"] = squareB - (meanB * meanB),
            ["b_ge_6"] = 1 - points.CumulativeDistribution(17),
            ["both_ge_5"] = atLeast[5] * (1 - points.CumulativeDistribution(14)),
            ["marching"] = camp.Until(10, phase => phase > 0 ? 1 : 0),
            ["marches"] = camp.Chance(10, phase => phase > 0),
        };
    }

    /// <summary>W09: a state is what is pending and what was counted.</summary>
    internal static Dictionary<string, double> AnswersPending()
    {
        const double Days = 15;
        var b = new JumpProcess<(int Phase, int Answers)>((0, 0), state => state.Phase switch
        {
            0 => [((1, state.Answers), 1.2)],
            1 => [((2, state.Answers), 1)],
            _ => [((0, Math.Min(state.Answers + 1, MostAnswers)), 1)],
        });
        var c = new JumpProcess<(int Pending, int Answers)>((0, 0), state =>
        [
            ((state.Pending + 1, state.Answers), state.Pending < 2 ? 1.2 : 0),
            ((state.Pending - 1, Math.Min(state.Answers + 1, MostAnswers)), state.Pending / 3.0),
        ]);
        return new()
        {
            ["mean_b"] = b.Until(Days, state => state.Phase == 2 ? 1 : 0),
            ["variance_b"] = b.Variance(Days, state => state.Answers),
            ["b_ge_5"] = b.Chance(Days, state => state.Answers >= 5),
            ["lost_b"] = b.Until(Days, state => state.Phase > 0 ? 1.2 : 0),
            ["mean_c"] = c.At(Days, state => state.Answers),
            ["variance_c"] = c.Variance(Days, state => state.Answers),
            ["lost_c"] = c.Until(Days, state => state.Pending == 2 ? 1.2 : 0),
        };
    }

    /// <summary>W14: the front, and how often war broke out.</summary>
    internal static Dictionary<string, double> ThreeStates()
    {
        const double Days = 12;
        var (calm, tense) = (Front("calm"), Front("tense"));
        var wars = Mixed(front => front.At(Days, state => state.Wars));
        return new()
        {
            ["war_days"] = Mixed(front => front.Until(Days, state => state.Front == "war" ? 1 : 0)),
            ["tense_days"] = Mixed(front => front.Until(Days, state => state.Front == "tense" ? 1 : 0)),
            ["war_at_end"] = Mixed(front => front.Chance(Days, state => state.Front == "war")),
            ["war"] = Mixed(front => front.Chance(Days, state => state.Wars >= 1)),
            ["wars"] = wars,
            ["wars_variance"] = Mixed(front => front.At(Days, state => (state.Wars - wars) * (state.Wars - wars))),
            ["two_wars"] = Mixed(front => front.Chance(Days, state => state.Wars >= 2)),
        };

        double Mixed(Func<JumpProcess<(string Front, int Wars)>, double> expect) => (0.7 * expect(calm)) + (0.3 * expect(tense));
    }

    /// <summary>W15: how many are calm, how many angry, and how many were angry at most.</summary>
    internal static Dictionary<string, double> Contagion()
    {
        const double Days = 8;
        var people = new JumpProcess<(int Calm, int Angry, int Peak)>((6, 1, 1), now =>
        [
            ((now.Calm - 1, now.Angry + 1, Math.Max(now.Peak, now.Angry + 1)), 0.12 * now.Calm * now.Angry),
            ((now.Calm, now.Angry - 1, now.Peak), 0.4 * now.Angry),
        ]);
        return new()
        {
            ["won"] = people.At(Days, now => 6 - now.Calm),
            ["won_variance"] = people.Variance(Days, now => now.Calm),
            ["none_won"] = people.Chance(Days, now => now.Calm == 6),
            ["all_won"] = people.Chance(Days, now => now.Calm == 0),
            ["dies_out"] = people.Chance(Days, now => now.Angry == 0),
            ["angry_days"] = people.Until(Days, now => now.Angry > 0 ? 1 : 0),
            ["peak"] = people.At(Days, now => now.Peak),
        };
    }

    /// <summary>W16: a rung with its extremes, and a Poisson process of rate 0.5.</summary>
    internal static Dictionary<string, double> OverTime()
    {
        const double Days = 12;
        var rung = new JumpProcess<(int Rung, int Highest, bool WasZero)>((1, 1, false), now =>
        [
            ((now.Rung + 1, Math.Max(now.Highest, now.Rung + 1), now.WasZero), now.Rung < HighestRung ? 0.4 : 0),
            ((now.Rung - 1, now.Highest, now.WasZero || now.Rung == 1), now.Rung > 0 ? 0.5 : 0),
        ]);
        var attacks = new JumpProcess<int>(0, count => [(Math.Min(count + 1, MostLost), 0.5)]);
        return new()
        {
            ["mean_attacks"] = attacks.Until(Days, count => count) / Days,
            ["mean_attacks_variance"] = 0.5 * Days / 3,
            ["mean_recent"] = 0.5 * ((6 * 6 / 2.0) + (6 * 6)) / Days,
            ["mean_recent_variance"] = 0.5 * ((6 * 6 * 6 / 3.0) + (6 * 6 * 6)) / (Days * Days),
            ["most_recent"] = Enumerable.Range(1, 40).Sum(MostRecentAtLeast),
            ["five_in_6"] = MostRecentAtLeast(5),
            ["highest"] = rung.At(Days, now => now.Highest),
            ["highest_ge_4"] = rung.Chance(Days, now => now.Highest >= 4),
            ["never_0"] = rung.Chance(Days, now => !now.WasZero),
            ["mean_rung"] = rung.Until(Days, now => now.Rung) / Days,
            ["first_after_4"] = 4 + attacks.Until(Days - 4, count => count == 0 ? 1 : 0),
            ["third"] = attacks.Until(Days, count => count < 3 ? 1 : 0),
            ["quiet_at_end"] = (1 - Math.Exp(-0.5 * 9)) * Math.Exp(-0.5 * 3),
        };
    }

    private static JumpProcess<(string Front, int Wars)> Front(string start) => new((start, 0), state => state.Front switch
    {
        "calm" => [(("tense", state.Wars), 0.3)],
        "tense" => [(("calm", state.Wars), 0.4), (("war", Math.Min(state.Wars + 1, MostWars)), 0.2)],
        _ => [(("calm", state.Wars), 0.5)],
    });

    // The sum of so many uniform numbers on (0, 1) is at most x.
    private static double IrwinHall(int count, double x)
    {
        var sum = 0.0;
        for (var j = 0; j <= Math.Min(x, count); j++)
        {
            sum += (j % 2 == 0 ? 1 : -1) * SpecialFunctions.Binomial(count, j) * Math.Pow(x - j, count);
        }

        return x < 0 ? 0 : x >= count ? 1 : sum / SpecialFunctions.Factorial(count);
    }

    // Two windows of 6 d with n and m attacks, both fewer than k. As the window slides from the first to the second, the count
    // walks from n to m, all orders of its n steps down and m up being alike; by reflection at k, as many of them touch k as
    // there are ways to choose k of n + m.
    private static double MostRecentAtLeast(int k)
    {
        var attacks = new Poisson(0.5 * 6);
        var fewer = 0.0;
        for (var n = 0; n < k; n++)
        {
            for (var m = 0; m < k; m++)
            {
                var touching = n + m < k ? 0 : SpecialFunctions.Binomial(n + m, k) / SpecialFunctions.Binomial(n + m, n);
                fewer += attacks.Probability(n) * attacks.Probability(m) * (1 - touching);
            }
        }

        return 1 - fewer;
    }
}
