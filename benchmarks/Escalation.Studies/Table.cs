using System.Text;

namespace Escalation.Studies;

/// <summary>A table of Markdown, numbers flush right and text flush left.</summary>
internal static class Table
{
    /// <summary>The table, with an empty line after it.</summary>
    /// <param name="head">The heads of the columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="textColumns">Which columns hold text.</param>
    public static string Of(string[] head, IEnumerable<string[]> rows, params ReadOnlySpan<int> textColumns)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", head).Append(" |\n|");
        for (var column = 0; column < head.Length; column++)
        {
            text.Append(textColumns.Contains(column) ? ":--|" : "--:|");
        }

        text.Append('\n');
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", @"\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.Append('\n').ToString();
    }
}
