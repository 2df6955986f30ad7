namespace Escalation.Charts.Figures;

/// <summary>A number that has a name and an interval.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The number.</param>
/// <param name="Low">Lower end of its interval; NaN if it has none.</param>
/// <param name="High">Upper end.</param>
public sealed record NamedEstimate(string Name, double Value, double Low, double High)
{
    /// <summary>The number as it is written elsewhere; empty: as the chart sees fit.</summary>
    public string Text { get; init; } = "";

    /// <summary>The number as a share.</summary>
    internal string AsShare => Text.Length > 0 ? Text : FigureText.Share(Value);
}
