using System.Text;

namespace Escalation.Charts.Svg;

/// <summary>The outline of a shape, in absolute pixels.</summary>
internal sealed class SvgPath
{
    private readonly StringBuilder text = new();

    /// <summary>Begins at a point.</summary>
    public SvgPath From(double x, double y) => Add('M', x, y);

    /// <summary>Draws straight to a point.</summary>
    public SvgPath To(double x, double y) => Add('L', x, y);

    /// <summary>Draws level to a place.</summary>
    public SvgPath Across(double x) => Add('H', x);

    /// <summary>Draws upright to a place.</summary>
    public SvgPath Up(double y) => Add('V', y);

    /// <summary>Goes back to where it began.</summary>
    public SvgPath Close()
    {
        text.Append('Z');
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private SvgPath Add(char command, double first)
    {
        text.Append(command).Append(SvgWriter.Pixels(first));
        return this;
    }

    private SvgPath Add(char command, double x, double y)
    {
        Add(command, x);
        text.Append(' ').Append(SvgWriter.Pixels(y));
        return this;
    }
}
