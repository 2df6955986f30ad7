using System.Text;

namespace Escalation.Charts.Svg;

/// <summary>Text made fit to stand in SVG and HTML.</summary>
public static class MarkupText
{
    /// <summary>The text without what would be markup, what is no text at all, and what would turn the direction of all that
    /// follows.</summary>
    /// <param name="content">Any text, from anybody.</param>
    public static string Escaped(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var escaped = new StringBuilder(content.Length);
        foreach (var rune in content.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' or '\r' or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => escaped.Append(' '),
                < ' ' or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString()),
            };
        }

        return escaped.ToString();
    }
}
