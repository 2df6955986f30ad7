using Escalation.Results;
using Escalation.Verification;

namespace Escalation.Cli;

/// <summary>The answer of <c>verify</c> for people: a table, and a sentence.</summary>
internal static class VerifyAnswer
{
    private const int RoomForAllColumns = 118;

    /// <summary>Writes the answer.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="results">The results of the cases that were run.</param>
    internal static void Write(Terminal terminal, IReadOnlyList<CaseResult> results)
    {
        var hasRoom = terminal.Width >= RoomForAllColumns;
        var table = new AnswerTable().Words("Case").Words("Figure").Numbers("Exact").Numbers("Estimate");
        _ = hasRoom ? table.Numbers("95 % interval") : table;
        table.Numbers("z").Words("Verdict");
        foreach (var result in results)
        {
            foreach (var figure in result.Statistics)
            {
                string[] interval = hasRoom ? [ProofText.Interval(figure)] : [];
                table.Row(
                [
                    hasRoom ? result.Case.Id : result.Case.Id.Split('-')[0], figure.Statistic.Name, ProofText.Exact(figure),
                    ProofText.Estimate(figure), .. interval, ProofText.Z(figure), ProofText.Verdict(figure),
                ]);
            }
        }

        table.Write(terminal);
        foreach (var sentence in ProofText.Summary(results))
        {
            terminal.WriteParagraph(sentence);
        }
    }
}
