using System.Globalization;
using Escalation.Experiments;
using Escalation.Report.Page;

namespace Escalation.Report;

/// <summary>How much one contender differs from the first in one result, history by history.</summary>
internal sealed record PairedDifference
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    internal required Contender Contender { get; init; }

    internal required ComparedResult Result { get; init; }

    internal required double First { get; init; }

    internal required double Second { get; init; }

    internal required long Pairs { get; init; }

    internal required long Missing { get; init; }

    internal required double Difference { get; init; }

    internal required Interval Interval { get; init; }

    /// <summary>The interval that holds together with those of all other differences.</summary>
    internal required Interval Together { get; init; }

    internal required double P { get; init; }

    internal required double VarianceSaved { get; init; }

    internal required double RequiredPairs { get; init; }

    internal required double Detectable { get; init; }

    /// <summary>The p-value with the correction of Holm for the number of differences.</summary>
    internal double AdjustedP { get; init; }

    internal bool IsTold(double level) => AdjustedP <= 1 - level;

    /// <summary>Compares a result.</summary>
    internal static PairedDifference Of(
        Contender first, Contender second, ComparedResult result, int count, double level, double levelTogether)
    {
        var here = first.Column(result.Column, count);
        var there = second.Column(result.Column, count);
        if (result.IsOutcome)
        {
            var counts = PairedCounts.Of(here, there);
            var shares = PairedShares.Of(counts, level);
            return new()
            {
                Contender = second,
                Result = result,
                First = shares.First,
                Second = shares.Second,
                Pairs = counts.Count,
                Missing = count - counts.Count,
                Difference = shares.Difference,
                Interval = shares.Interval,
                Together = PairedShares.Of(counts, levelTogether).Interval,
                P = shares.P,
                VarianceSaved = shares.VarianceSaved,
                RequiredPairs = shares.RequiredPairs,
                Detectable = shares.DetectableDifference,
            };
        }

        var means = PairedMeans.Of(here, there, level);
        return new()
        {
            Contender = second,
            Result = result,
            First = means.First,
            Second = means.Second,
            Pairs = means.Difference.Count,
            Missing = means.Difference.MissingCount,
            Difference = means.Difference.Mean,
            Interval = means.Difference.Interval,
            Together = PairedMeans.Of(here, there, levelTogether).Difference.Interval,
            P = means.P,
            VarianceSaved = means.VarianceSaved,
            RequiredPairs = means.RequiredPairs,
            Detectable = means.DetectableDifference,
        };
    }

    /// <summary>The difference with its sign: in points for shares.</summary>
    internal string Told() => Result.IsOutcome ? $"{Signed(100 * Difference, Digits)} points" : Signed(Difference, Digits);

    /// <summary>Its interval.</summary>
    internal string ToldInterval()
    {
        var scale = Result.IsOutcome ? 100 : 1;
        return double.IsFinite(Interval.HalfWidth)
            ? $"{Signed(scale * Interval.Lower, Digits)} to {Signed(scale * Interval.Upper, Digits)}"
            : "–";
    }

    /// <summary>The value of one side.</summary>
    internal string Value(double value) => Result.IsOutcome
        ? $"{(100 * value).ToString($"F{Math.Max(1, Digits)}", Invariant)} %"
        : Words.Number(value);

    /// <summary>A p-value.</summary>
    internal static string Chance(double p) => p switch
    {
        double.NaN => "–",
        < 0.0001 => "< 0.0001",
        _ => p.ToString("0.####", Invariant),
    };

    // As many as the half-width has sense in, and one more.
    private int Digits
    {
        get
        {
            var halfWidth = (Result.IsOutcome ? 100 : 1) * Interval.HalfWidth;
            return double.IsFinite(halfWidth) && halfWidth > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(halfWidth)), 0, 9) : 2;
        }
    }

    private static string Signed(double value, int digits)
    {
        var text = Math.Abs(value).ToString($"N{digits}", Invariant);
        return text.All(letter => letter is '0' or '.' or ',') ? text : (value < 0 ? "−" : "+") + text;
    }
}
