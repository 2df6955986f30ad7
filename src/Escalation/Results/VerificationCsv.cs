using Escalation.Verification;

namespace Escalation.Results;

/// <summary>The results of reference cases as a table.</summary>
public static class VerificationCsv
{
    private static readonly string[] Header =
        ["case", "figure", "exact", "estimate", "lower", "upper", "z", "verdict", "replications", "seed"];

    /// <summary>Writes one row a figure; empty cells where there is no number.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="results">The cases that were run.</param>
    public static void Write(Stream stream, IReadOnlyList<CaseResult> results)
    {
        var csv = new CsvWriter(stream);
        Array.ForEach(Header, csv.Cell);
        csv.EndRow();
        foreach (var result in results)
        {
            foreach (var figure in result.Statistics)
            {
                csv.Cell(result.Case.Id);
                csv.Cell(figure.Statistic.Name);
                csv.Cell(figure.Statistic.IsSignOnly ? double.NaN : figure.Statistic.Value);
                csv.Cell(figure.Estimate);
                csv.Cell(Finite(figure.Interval.Lower));
                csv.Cell(Finite(figure.Interval.Upper));
                csv.Cell(Finite(figure.Z));
                csv.Cell(ProofText.Verdict(figure));
                csv.Cell(result.Plan.Replications);
                csv.Cell(FormattableString.Invariant($"{result.Plan.Seed}"));
                csv.EndRow();
            }
        }

        csv.Flush();
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
