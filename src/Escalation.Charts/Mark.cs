using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Escalation.Charts.Marks;
using Escalation.Charts.Svg;

namespace Escalation.Charts;

/// <summary>A way of drawing data. Each is described in one file and named in one line of <see cref="All"/>.</summary>
public abstract class Mark
{
    /// <summary>Bars along an axis of names.</summary>
    public static readonly Mark Bar = new BarMark();

    /// <summary>Columns above stretches of the horizontal axis.</summary>
    public static readonly Mark Column = new ColumnMark();

    /// <summary>A line from point to point.</summary>
    public static readonly Mark Line = new LineMark();

    /// <summary>A line that stays until the next point.</summary>
    public static readonly Mark Step = new StepMark();

    /// <summary>What lies between two lines.</summary>
    public static readonly Mark Band = new BandMark();

    /// <summary>What lies between two lines that stay until the next point.</summary>
    public static readonly Mark StepBand = new StepBandMark();

    /// <summary>Points.</summary>
    public static readonly Mark Point = new PointMark();

    /// <summary>A point and an interval about it, along an axis of names.</summary>
    public static readonly Mark Interval = new IntervalMark();

    /// <summary>Stretches along an axis of names.</summary>
    public static readonly Mark Span = new SpanMark();

    /// <summary>Cells of a table, by colour.</summary>
    public static readonly Mark Cell = new CellMark();

    /// <summary>An upright line across the plot.</summary>
    public static readonly Mark Rule = new RuleMark();

    /// <summary>Arrows from point to point.</summary>
    public static readonly Mark Arrow = new ArrowMark();

    /// <summary>Text beside points, where it does not run into other text.</summary>
    public static readonly Mark PointLabel = new PointLabelMark();

    /// <summary>An interval along the horizontal axis.</summary>
    public static readonly Mark Limits = new LimitsMark("limits", lane: 0);

    /// <summary>An interval in the upper part of the lane of a name.</summary>
    public static readonly Mark UpperLimits = new LimitsMark("upper-limits", lane: -0.16);

    /// <summary>An interval in the lower part of the lane of a name.</summary>
    public static readonly Mark LowerLimits = new LimitsMark("lower-limits", lane: 0.16);

    /// <summary>An interval along the vertical axis.</summary>
    public static readonly Mark Upright = new UprightMark();

    /// <summary>All of them.</summary>
    public static ImmutableArray<Mark> All =>
    [
        Bar, Column, Line, Step, Band, StepBand, Point, Interval, Span, Cell, Rule, Arrow, PointLabel, Limits, UpperLimits,
        LowerLimits, Upright,
    ];

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a datum has all that it needs.</summary>
    public abstract bool IsDrawn(Datum datum);

    /// <summary>The numbers of a datum that must have room on the horizontal axis.</summary>
    internal abstract IEnumerable<double> OnX(Datum datum);

    /// <summary>The numbers of a datum that must have room on the vertical axis.</summary>
    internal abstract IEnumerable<double> OnY(Datum datum);

    /// <summary>Whether the horizontal axis ends where the data do, and not at the next round number.</summary>
    internal virtual bool IsTight => false;

    /// <summary>Whether the text of a datum stands behind its end, where it needs room.</summary>
    internal virtual bool HasTextBehind => false;

    /// <summary>Draws a layer.</summary>
    internal abstract void Draw(Canvas canvas, Layer layer);

    /// <summary>The mark of Vega-Lite that is the same, with the channels that it uses.</summary>
    internal abstract VegaMark Vega { get; }
}

/// <summary>How Vega-Lite draws a mark.</summary>
/// <param name="Mark">Its properties there.</param>
/// <param name="Channels">Its channels, and the fields of the datum that they show.</param>
internal sealed record VegaMark(JsonObject Mark, ImmutableArray<(string Channel, string Field)> Channels);
