using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>How often each outcome comes true, with intervals.</summary>
public static class OutcomeShares
{
    /// <summary>The chart.</summary>
    /// <param name="outcomes">Shares of histories, 0 to 1, in order.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(IReadOnlyList<NamedEstimate> outcomes, string caption)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return new Chart
        {
            Name = "outcomes",
            Title = outcomes.Count == 0
                ? "No outcomes"
                : $"{outcomes[0].Name} comes true in {outcomes[0].AsShare} of histories",
            Caption = caption,
            Description = "Bars: the share of histories in which each outcome comes true, with its interval. "
                + string.Join("; ", outcomes.Select(outcome =>
                    $"{outcome.Name} {outcome.AsShare}")) + ".",
            X = new Axis("Share of histories", "share") { Style = NumberStyle.Percent, HasZero = true },
            Y = new Axis("Outcome", "outcome") { Names = [.. outcomes.Select(outcome => outcome.Name)] },
            Layers = [new Layer(Mark.Bar, Bars(outcomes))],
            IfEmpty = "Nothing to draw: the scenario has no outcomes.",
        };
    }

    /// <summary>A bar for each estimate, in its order.</summary>
    internal static ImmutableArray<Datum> Bars(IReadOnlyList<NamedEstimate> estimates) =>
    [
        .. estimates.Select((estimate, place) => new Datum
        {
            X = estimate.Value,
            Y = place,
            Low = estimate.Low,
            High = estimate.High,
            Text = estimate.AsShare,
        }),
    ];
}
