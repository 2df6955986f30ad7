using System.Globalization;
using Escalation.Verification;

namespace Escalation.Results;

/// <summary>The page that shows the reference cases, their exact values and what the simulator makes of them.</summary>
public static class ProofPage
{
    private const string FolderOfCases = "../src/Escalation/Verification/Cases";

    // What Markdown would take for a mark of its own.
    private const string Marks = @"\`*_<>|[]";

    /// <summary>Writes the page.</summary>
    /// <param name="results">The cases that were run.</param>
    /// <param name="isWhole">False: it was interrupted, and cases are missing.</param>
    /// <param name="command">The command line that ran them.</param>
    /// <returns>Markdown, LF at the end of each line.</returns>
    public static string Text(IReadOnlyList<CaseResult> results, bool isWhole, string command)
    {
        using var page = new StringWriter(CultureInfo.InvariantCulture);
        WriteHead(page, results, isWhole, command);
        WriteTable(page, results);
        page.Write("\n## The models\n");
        foreach (var result in results)
        {
            WriteModel(page, result.Case);
        }

        return page.ToString();
    }

    private static void WriteHead(StringWriter page, IReadOnlyList<CaseResult> results, bool isWhole, string command)
    {
        page.Write(
            $"""
            # Validation

            Small models whose answers are known exactly: by a closed form, a matrix exponential, an integral equation, never by
            simulation. Each is a scenario file like any other and is read, compiled and run by the same code. This page is what

            ```
            {command}
            ```

            prints (`escalate` is `dotnet run -c Release --project src/Escalation.Cli --` in the folder of the project). The
            digits follow from the seed and do not depend on the number of threads.

            ## How it is judged

            z is the distance between estimate and exact value in standard errors: for a share by the exact chance (by the
            binomial law itself where fewer than 50 are expected), for the others by the exact standard deviation of one
            history, for a difference of pairs by their own. Where only the sign is known (`> 0`), z is the distance from 0 that
            chance would have to bridge, and must be above the limit, not below. Intervals of shares and ratios are those of
            Clopper and Pearson, of means and differences those of Student, of variances and covariances 1.96 exact standard
            errors to each side.

            ## The result


            """.ReplaceLineEndings("\n"));
        if (!isWhole)
        {
            page.Write("It was interrupted: these are the cases that were done.\n");
        }

        foreach (var sentence in ProofText.Summary(results))
        {
            page.Write(sentence + "\n");
        }
    }

    private static void WriteTable(StringWriter page, IReadOnlyList<CaseResult> results)
    {
        page.Write("\n## The figures\n\n");
        page.Write("| Case | Figure | Exact | Estimate | 95 % interval | Histories | z | Verdict |\n");
        page.Write("|---|---|---:|---:|---:|---:|---:|---|\n");
        foreach (var result in results)
        {
            foreach (var figure in result.Statistics)
            {
                string[] cells =
                [
                    result.Case.Id, $"`{figure.Statistic.Name}`", ProofText.Exact(figure), ProofText.Estimate(figure),
                    ProofText.Interval(figure), Histories(result, figure), ProofText.Z(figure), ProofText.Verdict(figure),
                ];
                page.Write($"| {string.Join(" | ", cells)} |\n");
            }
        }
    }

    private static string Histories(CaseResult result, StatisticResult figure) => figure.Verdict == Verdict.Waits
        ? "–"
        : FormattableString.Invariant($"{result.Plan.Replications:N0}");

    private static void WriteModel(StringWriter page, ReferenceCase reference)
    {
        page.Write($"\n### {reference.Id}\n\n{Plain(reference.Model)} [Scenario]({FolderOfCases}/{reference.Id}.yaml).\n");
        if (reference.Note.Length > 0)
        {
            page.Write($"{Plain(reference.Note)}\n");
        }

        page.Write('\n');
        foreach (var statistic in reference.Statistics)
        {
            var (meaning, method) = (Plain(statistic.Meaning), Plain(statistic.Method));
            page.Write($"- `{statistic.Name}` = `{statistic.Estimate}`: {meaning}; {method}.\n");
        }
    }

    private static string Plain(string text) =>
        string.Concat(text.Select(letter => Marks.Contains(letter, StringComparison.Ordinal) ? $"\\{letter}" : $"{letter}"));
}
