using Escalation.Experiments;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>What people are told about the precision that they asked for.</summary>
internal static class PrecisionText
{
    /// <summary>A paragraph about it.</summary>
    /// <param name="report">How it went.</param>
    /// <param name="level">Confidence of the intervals.</param>
    internal static string Of(PrecisionReport report, double level)
    {
        var (name, wanted) = (report.Goal.Name, Figures.Level(level));
        var (asked, found) = (Width(report.Goal.Target, report.Goal.Kind), Width(report.HalfWidth, report.Goal.Kind));
        var histories = RunSentence.Histories(report.Count);
        var (came, others) = report.IsReached
            ? ($"Stopped after {histories}, when '{name}' was as precise as asked: ± {found}, at most ± {asked}.",
                " The other intervals are those of a number of histories fixed beforehand.")
            : ($"'{name}' is not as precise as asked: ± {found} after {histories}, not ± {asked}.", "");
        return $"{came} {Method(report, wanted)}{others}";
    }

    private static string Method(PrecisionReport report, string wanted)
    {
        var formula = report.LevelOfFormula is { } level ? Figures.Level(level) : wanted;
        return report.Method switch
        {
            PrecisionMethod.AdjustedClopperPearson =>
                $"Its interval is Clopper–Pearson's at {formula}, which keeps {wanted} when a run stops at what it sees.",
            PrecisionMethod.GammaBernoulli =>
                $"Its interval is exact, by the Gamma–Bernoulli scheme; the estimate that belongs to it is "
                + $"{ShareText.Of(report.Estimate, report.Interval.Lower, report.Interval.Upper)}.",
            PrecisionMethod.SequentialStudent =>
                "Its interval is Student's t, which holds about for small half-widths when a run stops at what it sees.",
            PrecisionMethod.ConfidenceSequence =>
                $"Its interval is that of a confidence sequence, which keeps {wanted} whenever a run is stopped.",
            PrecisionMethod.ClopperPearsonAtEnd =>
                $"Its interval is Clopper–Pearson's at {formula}: with the chance to have stopped before, {wanted} are kept.",
            _ => throw new ArgumentOutOfRangeException(nameof(report), report.Method, "No such method."),
        };
    }

    private static string Width(double width, PrecisionKind kind) => kind switch
    {
        PrecisionKind.Share => $"{Figures.Number(100 * width)} %",
        PrecisionKind.RelativeShare => $"{Figures.Number(100 * width)} % of the share",
        _ => Figures.Number(width),
    };
}
