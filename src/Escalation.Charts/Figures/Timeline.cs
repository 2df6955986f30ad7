using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>An act on a timeline.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Lane">Index of the actor's lane.</param>
/// <param name="Rung">How high on the ladder it is, from 0; NaN if it has no rung.</param>
/// <param name="Text">What happened, in words.</param>
public readonly record struct TimelineAct(double Day, int Lane, double Rung, string Text);

/// <summary>One history: lanes by actor, acts by the colour of their rung, arrows from cause to effect.</summary>
public static class Timeline
{
    private const double HeightOfLane = 46;

    /// <summary>The chart.</summary>
    /// <param name="name">Its name, fit for a file.</param>
    /// <param name="title">What is to be seen.</param>
    /// <param name="lanes">The actors, from top to bottom.</param>
    /// <param name="acts">The acts, in order of time.</param>
    /// <param name="causes">Pairs of places in <paramref name="acts"/>: cause and effect.</param>
    /// <param name="start">The date of day 0; null if the scenario has none.</param>
    /// <param name="caption">Which history it is.</param>
    public static Chart Of(
        string name,
        string title,
        ImmutableArray<string> lanes,
        IReadOnlyList<TimelineAct> acts,
        IReadOnlyList<(int Cause, int Effect)> causes,
        DateOnly? start,
        string caption)
    {
        ArgumentNullException.ThrowIfNull(acts);
        ArgumentNullException.ThrowIfNull(causes);
        return new Chart
        {
            Name = name,
            Title = title,
            Caption = caption,
            Description = FormattableString.Invariant($"Points: {acts.Count} acts by day and actor, coloured by rung. ")
                + FormattableString.Invariant($"Arrows: {causes.Count} times one act brought about another."),
            X = new Axis(start is null ? "Days since the start" : "Date", "day") { Start = start },
            Y = new Axis("Actor", "actor") { Names = lanes },
            Layers = [Arrows(acts, causes), Acts(acts)],
            PlotHeight = Math.Max(80, lanes.Length * HeightOfLane),
            IfEmpty = "Nothing to draw: nobody acts in this history.",
        };
    }

    private static Layer Arrows(IReadOnlyList<TimelineAct> acts, IReadOnlyList<(int Cause, int Effect)> causes) => new(
        Mark.Arrow,
        [
            .. causes.Select(pair => (Cause: acts[pair.Cause], Effect: acts[pair.Effect])).Select(pair =>
                new Datum { X = pair.Cause.Day, Y = pair.Cause.Lane, X2 = pair.Effect.Day, Y2 = pair.Effect.Lane }),
        ])
    {
        Colour = -1,
    };

    private static Layer Acts(IReadOnlyList<TimelineAct> acts) => new(
        Mark.Point, [.. acts.Select(act => new Datum { X = act.Day, Y = act.Lane, Value = act.Rung, Text = act.Text })])
    {
        Name = "rung",
    };
}
