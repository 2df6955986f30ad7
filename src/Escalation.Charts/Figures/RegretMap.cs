using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>What a policy costs more than the best one of each future.</summary>
/// <param name="Policy">Its levers in words.</param>
/// <param name="P10">Regret that one future of ten does not exceed.</param>
/// <param name="P25">One of four.</param>
/// <param name="P50">Half of them.</param>
/// <param name="P75">Three of four.</param>
/// <param name="P90">Nine of ten.</param>
/// <param name="Greatest">The greatest of any future.</param>
public readonly record struct PolicyRegret(
    string Policy, double P10, double P25, double P50, double P75, double P90, double Greatest);

/// <summary>Regrets of policies over futures, the least on top. A lane a policy stays legible for any number of futures, which
/// cells would not.</summary>
public static class RegretMap
{
    /// <summary>The chart.</summary>
    /// <param name="quantity">What is lost.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="policies">The policies, in any order.</param>
    /// <param name="far">Regret from which on a policy is far from the best; NaN: nothing is said.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(
        string quantity, NumberStyle style, IReadOnlyList<PolicyRegret> policies, double far, string caption)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var sorted = policies.Where(policy => double.IsFinite(policy.P90)).OrderBy(policy => policy.P90).ToImmutableArray();
        return new Chart
        {
            Name = $"regret-{FileName.Of(quantity)}",
            Title = sorted.IsEmpty
                ? $"No policy has a regret in {quantity}"
                : $"{sorted[0].Policy}: at most {Scales.NumberText.Of(sorted[0].P90, style)} more {quantity} than the best in "
                    + "nine of ten futures",
            Caption = caption,
            Description = $"For each policy its regret in {quantity} over futures, the least on top: eight tenths, the middle "
                + "half, the median and the greatest. "
                + string.Join("; ", sorted.Select(policy =>
                    $"{policy.Policy} {Scales.NumberText.Of(policy.P90, style)} in nine of ten")) + ".",
            X = new Axis($"Regret: {quantity} beyond the best of each future", FileName.Field(quantity, "regret"))
            {
                Style = style,
                HasZero = true,
            },
            Y = new Axis("Policy", "policy") { Names = [.. sorted.Select(policy => policy.Policy)] },
            Layers =
            [
                Spans("", policy => (policy.P10, policy.P90), isQuiet: true),
                Spans("middle half of futures; thin: eight tenths", policy => (policy.P25, policy.P75), isQuiet: false),
                Points("median", policy => policy.P50, colour: 1),
                Points("greatest", policy => policy.Greatest, colour: -1),
                new Layer(Mark.Rule, [new Datum { X = far, Text = "far" }]) { Colour = -1 },
            ],
        };

        Layer Spans(string name, Func<PolicyRegret, (double Low, double High)> ends, bool isQuiet) => new(
            Mark.Span,
            [
                .. sorted.Select((policy, place) => new Datum { Y = place, Low = ends(policy).Low, High = ends(policy).High }),
            ])
        {
            Name = name,
            IsQuiet = isQuiet,
        };

        Layer Points(string name, Func<PolicyRegret, double> at, int colour) => new(
            Mark.Point, [.. sorted.Select((policy, place) => new Datum { X = at(policy), Y = place })])
        {
            Name = name,
            Colour = colour,
        };
    }
}
