using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace Escalation.Tests.Analytic;

/// <summary>Exact values of the cases W that need a formula, a short sum or an integral.</summary>
internal static class OwnCaseFormulas
{
    private const int Points = 128;

    /// <summary>W03: a report comes by the end if its delay is shorter than what is left.</summary>
    internal static Dictionary<string, double> Report()
    {
        var reports = 0.9 * 0.7 * Integral(0, 20, left => 1 - Math.Exp(-left / 2));
        var naming = 0.6 * reports;
        return new()
        {
            ["alarms"] = reports,
            ["alarms_variance"] = reports,
            ["accusations"] = naming,
            ["p_le_3"] = Math.Exp(-naming) * (1 + naming + (naming * naming / 2) + (naming * naming * naming / 6)),
            ["baffled"] = reports - naming,
            ["cov"] = naming,
        };
    }

    /// <summary>W04: two observers, each with luck of its own.</summary>
    internal static Dictionary<string, double> TwoObservers()
    {
        var (b, c) = (0.8 * (1 - Math.Exp(-4)), 0.8 * (1 - Math.Exp(-4 / 3.0)));
        return new()
        {
            ["both_see"] = b * c,
            ["none_sees"] = (1 - b) * (1 - c),
            ["both_blame"] = b * 0.9 * c * 0.4,
            ["only_b_blames"] = b * 0.9 * c * 0.6,
            ["b_first"] = Integral(0, 4, t => 0.8 * Math.Exp(-t) * (1 - (0.8 * (1 - Math.Exp(-t / 3))))),
        };
    }

    /// <summary>W06: all follows from the integrals of the rates.</summary>
    internal static Dictionary<string, double> RateOfDay()
    {
        var a = Integral(0, 14, t => 0.5 * Math.Exp(-t / 5));
        var c = Integral(0, 14, SwellingRate);
        return new()
        {
            ["mean_a"] = a,
            ["variance_a"] = a,
            ["a_zero"] = Math.Exp(-a),
            ["first_a"] = Integral(0, 14, t => Math.Exp(-FadingUntil(t))),
            ["mean_b"] = (10 * 0.4) + (4 * 0.1),
            ["weekend"] = 2 * 0.1,
            ["mean_c"] = c,
            ["c_after_5"] = Math.Exp(-Integral(0, 5, SwellingRate)),
            ["c_before_a"] = Integral(0, 14, t => SwellingRate(t) * Math.Exp(-Integral(0, t, SwellingRate) - FadingUntil(t))),
            ["e_zero"] = Math.Exp(-2),
        };

        static double SwellingRate(double t) => 0.01 * t * (14 - t);
        static double FadingUntil(double t) => 2.5 * (1 - Math.Exp(-t / 5));
    }

    /// <summary>W07: the levels are smooth between days 0, 4 and 14.</summary>
    internal static Dictionary<string, double> TouchedRates()
    {
        var a = Integral(0, 30, t => Math.Exp(-4 * Math.Exp(-t / 10)));
        var f = Integral(0, 4, t => Math.Exp(-3 * Math.Pow(2, -t / 2)))
            + Integral(0, 26, t => Math.Exp(-4 * Math.Pow(2, -t / 2)));
        return new() { ["mean_a"] = a, ["variance_a"] = a, ["mean_f"] = f, ["variance_f"] = f };
    }

    internal static Dictionary<string, double> RateOfLevels()
    {
        var c = Pieces(16, t => 0.2 * Alarm(t));
        var e = Pieces(16, t => 0.04 * Patience(t));
        var f = Pieces(16, t => 0.1 * Math.Exp(-Alarm(t)));
        var g = Pieces(16, t => 0.03 * Alarm(t) * Patience(t));
        return new()
        {
            ["mean_c"] = c,
            ["variance_c"] = c,
            ["c_zero"] = Math.Exp(-c),
            ["mean_e"] = e,
            ["e_zero"] = Math.Exp(-e),
            ["first_e"] = Pieces(16, t => Math.Exp(-Pieces(t, u => 0.04 * Patience(u)))),
            ["mean_f"] = f,
            ["f_zero"] = Math.Exp(-f),
            ["mean_g"] = g,
            ["g_zero"] = Math.Exp(-g),
        };

        static double Alarm(double t) => t < 4 ? 3 * Math.Pow(2, -t / 2) : 4 * Math.Pow(2, -(t - 4) / 2);
        static double Patience(double t) => t < 4 ? 6 - (t / 2) : Math.Max(1, 6 - ((t - 4) / 2));
        static double Pieces(double end, Func<double, double> rate) =>
            Integral(0, Math.Min(end, 4), rate)
            + (end > 4 ? Integral(4, Math.Min(end, 14), rate) : 0)
            + (end > 14 ? Integral(14, end, rate) : 0);
    }

    /// <summary>W08: a crossing is a function of the start: after h log2(s / x) a level s of half-life h is down to x.</summary>
    internal static Dictionary<string, double> Crossings()
    {
        return new()
        {
            ["strike"] = Average(2, 6, start => 3 * Math.Log2(start)),
            ["strike_by_5"] = (Math.Pow(2, 5 / 3.0) - 2) / 4,
            ["strike_twice"] = StrikesTwice(),
            ["relents_at_once"] = 1 - Math.Exp(-1 / 4.0),
            ["relent"] = Integral(0, 10, t => Math.Exp(-(1 + (t / 2)) / 4)),
            ["b_before_a"] = Average(2, 6, start => 1 - Math.Exp(-(1 + (3 * Math.Log2(start) / 2)) / 4)),
            ["turn"] = Average(4, 8, start => Math.Log2(start / 2) / ((1 / 2.0) - (1 / 6.0))),
            ["trust"] = Average(0, 4, start => 4 * Math.Log2((10 - start) / (10 - 7))),
        };

        // The second start must be below 2^(10/3) / first, which is at least 2 for a first below half of 2^(10/3).
        static double StrikesTwice()
        {
            var product = Math.Pow(2, 10 / 3.0);
            return Integral(2, product / 2, first => ((product / first) - 2) / 4 / 4);
        }
    }

    /// <summary>W10: given the day of the truce, or of the end, the answers are independent.</summary>
    internal static Dictionary<string, double> StandingDown()
    {
        var one = OverTruce(chance => chance);
        var mean = 3 * one;
        return new()
        {
            ["b_answers"] = one,
            ["b_and_c"] = OverTruce(chance => chance * chance),
            ["held"] = Integral(0, 12, due => 0.25 * Math.Exp(-due / 4) * (1 - Math.Exp(-0.2 * due))),
            ["called_off"] = Integral(0, 12, truce => 0.2 * Math.Exp(-0.2 * truce) * Math.Exp(-truce / 4)),
            ["too_late"] = Math.Exp(-12 / 4.0),
            ["mean_e"] = mean,
            ["variance_e"] = OverTruce(chance => (3 * chance * (1 - chance)) + (9 * chance * chance)) - (mean * mean),
            ["e_all"] = OverTruce(chance => chance * chance * chance),
        };

        static double OverTruce(Func<double, double> worth) =>
            Integral(0, 12, truce => 0.2 * Math.Exp(-0.2 * truce) * worth(1 - Math.Exp(-truce / 4)))
            + (Math.Exp(-0.2 * 12) * worth(1 - Math.Exp(-12 / 4.0)));
    }

    /// <summary>W11: the moments of the laws, from their densities where that is short.</summary>
    internal static Dictionary<string, double> Variates()
    {
        var weibull = 2 * SpecialFunctions.Gamma(1 + (1 / 1.5));
        var spread = Math.Log(1.5) * Math.Log(1.5);
        var beta = Integral(0, 1, x => x * BetaDensity(x));
        return new()
        {
            ["weibull_mean"] = weibull,
            ["weibull_variance"] = (4 * SpecialFunctions.Gamma(1 + (2 / 1.5))) - (weibull * weibull),
            ["pause_above_4"] = Math.Exp(-Math.Pow(4 / 2.0, 1.5)),
            ["triangular_mean"] = (1 + 2 + 6) / 3.0,
            ["triangular_variance"] = ((1 * 1) + (2 * 2) + (6 * 6) - (1 * 2) - (1 * 6) - (2 * 6)) / 18.0,
            ["normal_mean"] = 3,
            ["normal_variance"] = 2 * 2,
            ["beta_mean"] = beta,
            ["beta_variance"] = Integral(0, 1, x => (x - beta) * (x - beta) * BetaDensity(x)),
            ["part_above_half"] = Integral(0.5, 1, BetaDensity),
            ["binomial_mean"] = 12 * 0.3,
            ["binomial_variance"] = 12 * 0.3 * 0.7,
            ["lognormal_mean"] = 2 * Math.Exp(spread / 2),
            ["lognormal_variance"] = 4 * Math.Exp(spread) * (Math.Exp(spread) - 1),
            ["reply_is_1"] = Average(0, 4, mood => mood / (mood + 1 + 4 - mood)),
            ["glad_and_1"] = Average(0, 4, mood => mood / 5) - (Average(0, 2, mood => mood / 5) / 2),
        };

        static double BetaDensity(double x) => 30 * x * Math.Pow(1 - x, 4);
    }

    /// <summary>W12: given p all answers are independent; p has the density 12 p (1 − p)².</summary>
    internal static Dictionary<string, double> SharedPrior()
    {
        var (mean, square) = (OverPrior(p => p), OverPrior(p => p * p));
        return new()
        {
            ["mean_b"] = 5 * mean,
            ["variance_b"] = (5 * (mean - square)) + (25 * (square - (mean * mean))),
            ["b_zero"] = OverPrior(p => Math.Pow(1 - p, 5)),
            ["b_all"] = OverPrior(p => Math.Pow(p, 5)),
            ["mean_c"] = 5 * mean / 2,
            ["variance_c"] = OverPrior(p => 5 * (p / 2) * (1 - (p / 2))) + (25 * (square - (mean * mean)) / 4),
            ["cov"] = 5 * (5 / 2.0) * (square - (mean * mean)),
            ["both_zero"] = OverPrior(p => Math.Pow(1 - p, 5) * Math.Pow(1 - (p / 2), 5)),
        };

        static double OverPrior(Func<double, double> worth) => Integral(0, 1, p => 12 * p * (1 - p) * (1 - p) * worth(p));
    }

    /// <summary>W13: three proxies share a Poisson number of orders; sums over that number.</summary>
    internal static Dictionary<string, double> Proxies()
    {
        const double OnUs = 0.7 * 3 / 5;
        const double OnIsrael = 0.7 / 5;
        var mean = OverOrders(k => 3 * k * 0.7);
        var meanUs = OverOrders(k => 3 * k * OnUs);
        var meanIsrael = OverOrders(k => 3 * k * OnIsrael);
        return new()
        {
            ["mean"] = mean,
            ["variance"] = OverOrders(k => (3 * k * 0.7 * 0.3) + Math.Pow((3 * k * 0.7) - mean, 2)),
            ["none"] = OverOrders(k => Math.Pow(0.3, 3 * k)),
            ["cov_proxies"] = OverOrders(k => Math.Pow(k * 0.7, 2)) - Math.Pow(mean / 3, 2),
            ["mean_us"] = meanUs,
            ["variance_us"] = OverOrders(k => (3 * k * OnUs * (1 - OnUs)) + Math.Pow((3 * k * OnUs) - meanUs, 2)),
            ["cov_targets"] = OverOrders(k => (-3 * k * OnUs * OnIsrael) + (9 * k * k * OnUs * OnIsrael)) - (meanUs * meanIsrael),
        };

        static double OverOrders(Func<int, double> worth)
        {
            var orders = new Poisson(2);
            return Enumerable.Range(0, 60).Sum(k => orders.Probability(k) * worth(k));
        }
    }

    private static double Average(double low, double high, Func<double, double> worth) =>
        Integral(low, high, worth) / (high - low);

    private static double Integral(double low, double high, Func<double, double> integrand) =>
        GaussLegendreRule.Integrate(integrand, low, high, Points);
}
