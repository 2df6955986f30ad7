using System.Globalization;
using System.Text;

namespace Escalation.Charts.Svg;

/// <summary>Writes elements of SVG, with all text made harmless.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();
    private bool isStartOpen;

    /// <summary>Begins an element.</summary>
    public SvgWriter Open(string element, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        CloseStart();
        text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            text.Append(' ').Append(name).Append("=\"").Append(MarkupText.Escaped(Written(value))).Append('"');
        }

        open.Push(element);
        isStartOpen = true;
        return this;
    }

    /// <summary>Writes text into the open element.</summary>
    public SvgWriter Text(string content)
    {
        CloseStart();
        text.Append(MarkupText.Escaped(content));
        return this;
    }

    /// <summary>Ends the element that was opened last.</summary>
    public SvgWriter Close()
    {
        var element = open.Pop();
        if (isStartOpen)
        {
            text.Append("/>");
            isStartOpen = false;
        }
        else
        {
            text.Append("</").Append(element).Append('>');
        }

        // One element a line is readable and easy to compare; within text a line break would be a space.
        if (open.Count == 0 || open.Peek() is not ("text" or "tspan"))
        {
            text.Append('\n');
        }

        return this;
    }

    /// <summary>An element with text in it, or with nothing.</summary>
    public SvgWriter Element(string element, string content, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        Open(element, attributes);
        if (content.Length > 0)
        {
            Text(content);
        }

        return Close();
    }

    /// <summary>Writes what is well-formed already.</summary>
    public SvgWriter Raw(string content)
    {
        CloseStart();
        text.Append(content);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>A length in pixels, to a hundredth.</summary>
    public static string Pixels(double value) =>
        (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Written(object value) => value switch
    {
        double number => Pixels(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private void CloseStart()
    {
        if (isStartOpen)
        {
            text.Append('>');
            isStartOpen = false;
            if (open.Peek() is "svg" or "g" or "defs")
            {
                text.Append('\n');
            }
        }
    }
}
