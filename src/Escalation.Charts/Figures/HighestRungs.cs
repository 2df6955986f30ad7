namespace Escalation.Charts.Figures;

/// <summary>How high histories climb.</summary>
public static class HighestRungs
{
    /// <summary>The chart.</summary>
    /// <param name="rungs">Shares of histories whose highest rung it is, lowest rung first.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(IReadOnlyList<NamedEstimate> rungs, string caption)
    {
        ArgumentNullException.ThrowIfNull(rungs);
        var top = rungs.LastOrDefault(rung => rung.Value > 0);
        var downwards = rungs.Reverse().ToList();
        return new Chart
        {
            Name = "rungs",
            Title = top is null
                ? "No history climbs the ladder"
                : $"{top.AsShare} of histories climb as high as {top.Name}",
            Caption = caption,
            Description = "Bars: the share of histories by the highest rung that they reach, the top of the ladder above. "
                + string.Join("; ", downwards.Select(rung => $"{rung.Name} {rung.AsShare}")) + ".",
            X = new Axis("Share of histories whose highest rung it is", "share") { Style = NumberStyle.Percent, HasZero = true },
            Y = new Axis("Highest rung", "highest_rung") { Names = [.. downwards.Select(rung => rung.Name)] },
            Layers = [new Layer(Mark.Bar, OutcomeShares.Bars(downwards)) { Colour = 1 }],
            IfEmpty = "Nothing to draw: the scenario has no ladder.",
        };
    }
}
