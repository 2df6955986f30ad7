using System.Text;
using Escalation.Charts.Svg;

namespace Escalation.Report.Page;

/// <summary>Writes HTML; all text is made harmless.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    /// <summary>Writes markup as it is; nothing from a file may be in it.</summary>
    public Html Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Writes text.</summary>
    public Html Text(string content)
    {
        text.Append(MarkupText.Escaped(content));
        return this;
    }

    /// <summary>Writes an element with text in it.</summary>
    /// <param name="tag">Its name, with attributes.</param>
    /// <param name="content">The text.</param>
    public Html Element(string tag, string content)
    {
        var space = tag.IndexOf(' ', StringComparison.Ordinal);
        return Raw($"<{tag}>").Text(content).Raw($"</{(space < 0 ? tag : tag[..space])}>\n");
    }

    /// <summary>Writes a table that scrolls by itself where it is too wide.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">The heads of its columns.</param>
    /// <param name="rows">Its rows; a cell that is a number or an interval stands flush right.</param>
    public Html Table(string caption, (string Head, bool IsNumber)[] columns, IEnumerable<string[]> rows)
    {
        Raw($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{MarkupText.Escaped(caption)}\">\n<table>");
        Element("caption", caption).Raw("<thead><tr>");
        foreach (var (head, isNumber) in columns)
        {
            Element($"th scope=\"col\"{Class(isNumber)}", head);
        }

        Raw("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            Raw("<tr>");
            for (var column = 0; column < row.Length; column++)
            {
                Element(column == 0 ? "th scope=\"row\"" : $"td{Class(columns[column].IsNumber)}", row[column]);
            }

            Raw("</tr>\n");
        }

        return Raw("</tbody></table></div>\n");

        static string Class(bool isNumber) => isNumber ? " class=\"n\"" : "";
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
