using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>Curves with bands, each in a colour of its own.</summary>
internal static class CurveLayers
{
    /// <summary>The layers: bands behind, curves before them.</summary>
    public static ImmutableArray<Layer> Of(IReadOnlyList<Curve> curves, Mark line, Mark band)
    {
        var bands = curves.Select((curve, place) => new Layer(
            band,
            [.. curve.Points.Select(point => new Datum { X = point.X, Low = point.Low, High = point.High })])
        {
            Colour = place,
        });
        var lines = curves.Select((curve, place) => new Layer(
            line,
            [.. curve.Points.Select(point => new Datum { X = point.X, Y = point.Value, Low = point.Low, High = point.High })])
        {
            Colour = place,
            Name = curve.Name,
        });
        return [.. bands, .. lines];
    }
}
