using System.Text;

namespace Escalation.Studies;

/// <summary>A table of Markdown, numbers flush right.</summary>
internal static class Table
{
    /// <summary>The table, with an empty line after it.</summary>
    /// <param name="head">The heads of the columns.</param>
    /// <param name="rows">The rows.</param>
    public static string Of(string[] head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", head).Append(" |\n|").Append(string.Concat(head.Select(_ => "--:|"))).Append('\n');
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.Append('\n').ToString();
    }
}
