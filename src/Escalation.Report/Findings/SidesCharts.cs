using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Charts.Figures;
using Escalation.Tuning;

namespace Escalation.Report;

/// <summary>The charts of two sides that tune against each other.</summary>
internal static class SidesCharts
{
    /// <summary>The path of the policies, and what each side would have gained.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="text">Its words.</param>
    /// <param name="caption">How sure, from where.</param>
    internal static ImmutableArray<Chart> Of(SidesOutcome found, SidesText text, string caption) =>
        found.Rounds.Length < 2
            ? []
            : [Path(found, text, caption), Gain(found, text, side: 0, caption), Gain(found, text, side: 1, caption)];

    private static Chart Path(SidesOutcome found, SidesText text, string caption)
    {
        var rounds = found.Rounds.Select(round => Enumerable.Range(0, 2)
            .SelectMany(side => round.Profile[side].Features(found.Game[side].Space)).ToList()).ToList();
        var curves = text.Features.Select((name, place) => new Curve(name, [
            .. rounds.Select((features, round) => new CurvePoint(round + 1, features[place], features[place], features[place])),
        ]));
        return SweepCurve.Of("Round", "Place in the range, or chance", NumberStyle.Plain, [.. curves], caption) with
        {
            Name = "path",
            Title = $"{text.Name(0)} and {text.Name(1)}, each answering the other",
        };
    }

    private static Chart Gain(SidesOutcome found, SidesText text, int side, string caption)
    {
        var curve = new Curve(text.Name(side), [
            .. found.Rounds.Select((round, place) => new CurvePoint(
                place + 1, round.Gains[side].Mean, round.Gains[side].Interval.Lower, round.Gains[side].Interval.Upper)),
        ]);
        return SweepCurve.Of("Round", $"Gain in {found.Game[side].Objective.Name}", NumberStyle.Plain, [curve], caption) with
        {
            Name = $"gain-{FindingsText.FileName(text.Name(side))}",
            Title = $"What {text.Name(side)} would have gained by its best answer: in the end "
                + text.Gain(side, found.Rounds[^1].Gains[side]),
        };
    }
}
