using Escalation.Tests.Experiments.Estimates;

namespace Escalation.Tests.Tuning.Selection;

/// <summary>The reference problems: 0/1 systems, of which the first has the least chance.</summary>
internal static class SelectionReference
{
    public static IEnumerable<(string Problem, string Setting, string Value, string Kind)> Rows(string quantity) =>
        ReferenceTable.Rows("selection.csv", "Tuning").Where(row => row[1] == quantity)
            .Select(row => (row[0], row[2], row[3], row[4]));

    public static double[] Chances(string problem) => Numbers(Rows("systems").Single(row => row.Problem == problem).Value);

    public static double[] Numbers(string text) => [.. text.Split(' ').Select(ReferenceTable.Number)];

    /// <summary>A number that stands behind a name, as in "n0=20 T=1000" or "simulated se=0.004".</summary>
    public static double Named(string text, string name) => ReferenceTable.Number(
        text.Split(' ').Single(part => part.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..]);
}
