using System.Globalization;
using Escalation.Verification;

namespace Escalation.Results;

/// <summary>How figures of the reference cases are said, in the terminal and on the page.</summary>
public static class ProofText
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The exact value, to seven digits.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>The number, or <c>&gt; 0</c>.</returns>
    public static string Exact(StatisticResult figure) =>
        figure.Statistic.IsSignOnly ? "> 0" : Number(figure.Statistic.Value, 7);

    /// <summary>The estimate, to six digits.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>The number; – where there is none.</returns>
    public static string Estimate(StatisticResult figure) => Number(figure.Estimate, 6);

    /// <summary>The 95 % interval, to six digits.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>Both limits; – where there are none.</returns>
    public static string Interval(StatisticResult figure) => double.IsFinite(figure.Interval.HalfWidth)
        ? $"{Number(figure.Interval.Lower, 6)} – {Number(figure.Interval.Upper, 6)}"
        : "–";

    /// <summary>How many standard errors the estimate is off.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>With its sign, to a hundredth; – where there is none.</returns>
    public static string Z(StatisticResult figure) => figure switch
    {
        { Z: double.NaN } => "–",
        { Z: double.PositiveInfinity } => "∞",
        { Z: double.NegativeInfinity } => "−∞",
        { Statistic.StandardDeviation: 0, Verdict: Verification.Verdict.Agrees } => "exact",
        _ => figure.Z.ToString("+0.00;−0.00;0.00", Invariant),
    };

    /// <summary>The verdict in words.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>A word or two.</returns>
    public static string Verdict(StatisticResult figure) => figure.Verdict switch
    {
        Verification.Verdict.Agrees => "agrees",
        Verification.Verdict.Fails => "FAILS",
        Verification.Verdict.Waits => "waits",
        _ => "too few",
    };

    /// <summary>What all figures say together.</summary>
    /// <param name="results">The cases that were run.</param>
    /// <returns>One to four sentences.</returns>
    public static IEnumerable<string> Summary(IReadOnlyList<CaseResult> results)
    {
        var figures = results.SelectMany(result => result.Statistics).ToList();
        var failed = figures.Count(figure => figure.Verdict == Verification.Verdict.Fails);
        var judged = figures.Where(IsJudged).ToList();
        var rest = figures.Count - judged.Count;
        var unjudged = rest == 0 ? "" : $"; {rest} {(rest == 1 ? "was" : "were")} not judged";
        yield return $"{Agreement(judged.Count, failed)}{unjudged}. A figure fails when it is more than "
            + $"{Number(Judgement.ZBound, 3)} standard errors off, which chance alone does once in 100,000.";

        var random = judged.Where(figure => figure.Statistic.StandardDeviation > 0).ToList();
        if (random.Count >= 20)
        {
            var spread = Number(random.Average(figure => figure.Z * figure.Z), 3);
            yield return $"The mean of z² is {spread}; if chance alone keeps estimates and exact values apart, it is near 1.";
        }

        if (figures.Any(figure => figure.Verdict == Verification.Verdict.Waits))
        {
            yield return "A case that waits is too rare to be counted with so many histories: it waits for more of them, or for "
                + "a method for rare events.";
        }

        if (figures.Any(figure => figure.Verdict == Verification.Verdict.TooFew))
        {
            yield return "Too few: below 10,000 histories the law of a mean is not known well enough to judge it.";
        }
    }

    private static string Agreement(int judged, int failed) => (judged, failed) switch
    {
        (0, _) => "No figure agrees or fails",
        (1, 0) => "The figure agrees with its exact value",
        (_, 0) => $"{judged} figures agree with their exact values",
        (_, 1) => $"1 of {judged} figures does not agree with its exact value",
        _ => $"{failed} of {judged} figures do not agree with their exact values",
    };

    private static bool IsJudged(StatisticResult figure) =>
        figure.Verdict is Verification.Verdict.Agrees or Verification.Verdict.Fails;

    private static string Number(double value, int digits) => Math.Abs(value) switch
    {
        double.NaN or double.PositiveInfinity => "–",
        0 => "0",
        < 1e-4 => value.ToString("0." + new string('#', digits - 1) + "E+0", Invariant),
        _ => value.ToString($"G{digits}", Invariant),
    };
}
