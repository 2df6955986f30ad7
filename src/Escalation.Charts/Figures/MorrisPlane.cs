using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>An input by its elementary effects.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MuStar">Mean magnitude of its effects μ*.</param>
/// <param name="Low">Lower end of the interval of μ*; NaN if it has none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Sigma">Standard deviation of its effects σ.</param>
/// <param name="IsSeen">Whether it can be told from noise.</param>
public readonly record struct MorrisPoint(string Name, double MuStar, double Low, double High, double Sigma, bool IsSeen);

/// <summary>Inputs by how much they do (across) and how much that depends on where one is (upwards).</summary>
public static class MorrisPlane
{
    /// <summary>The chart.</summary>
    /// <param name="quantity">What the inputs act on, with its unit.</param>
    /// <param name="points">One an input, in any order.</param>
    /// <param name="noise">Standard deviation of an effect that luck alone makes; NaN if it is not known, 0 if there is
    /// none.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string quantity, IReadOnlyList<MorrisPoint> points, double noise, string caption)
    {
        ArgumentNullException.ThrowIfNull(points);

        // The greatest first, so that its name stands nearest to it.
        var sorted = points.OrderByDescending(point => point.MuStar).ToImmutableArray();
        var seen = sorted.Count(point => point.IsSeen);
        return new Chart
        {
            Name = $"morris-{FileName.Of(quantity)}",
            Title = sorted.IsEmpty ? "No inputs"
                : seen == 0 ? $"No input has an effect on {quantity} that can be told from noise"
                : FormattableString.Invariant($"{seen} of {sorted.Length} inputs have an effect on ")
                    + $"{quantity}; {sorted.First(point => point.IsSeen).Name} has the greatest",
            Caption = caption,
            Description = $"Points: inputs by the mean magnitude of their effects on {quantity} (across, with its interval) and "
                + "by the standard deviation of the effects (upwards). "
                + string.Join("; ", sorted.Select(point =>
                    $"{point.Name} {FigureText.Number(point.MuStar)} and {FigureText.Number(point.Sigma)}")) + ".",
            X = new Axis("Mean magnitude of effects μ*", "mu_star") { HasZero = true },
            Y = new Axis("Standard deviation of effects σ", "sigma") { HasZero = true },
            Layers =
            [
                .. Noise(noise),
                new Layer(Mark.Limits, Data(sorted, hasPlace: false)) { Colour = -1 },
                Points(sorted, isSeen: false) with { Name = "not told from noise", Colour = -1 },
                Points(sorted, isSeen: true) with { Name = "effect seen" },
                new Layer(Mark.PointLabel, Data(sorted, hasPlace: true)) { Colour = -1 },
            ],
            IfEmpty = "Nothing to draw: there are no inputs.",
        };
    }

    // Left of it lies what luck makes of no effect.
    private static ImmutableArray<Layer> Noise(double noise) => noise > 0
        ? [new Layer(Mark.Rule, [new Datum { X = noise, Text = "noise" }]) { Colour = -1 }]
        : [];

    private static Layer Points(ImmutableArray<MorrisPoint> points, bool isSeen) =>
        new(Mark.Point, Data(points.Where(point => point.IsSeen == isSeen), hasPlace: true));

    private static ImmutableArray<Datum> Data(IEnumerable<MorrisPoint> points, bool hasPlace) =>
    [
        .. points.Select(point => new Datum
        {
            X = hasPlace ? point.MuStar : double.NaN,
            Y = point.Sigma,
            Low = point.Low,
            High = point.High,
            Text = point.Name,
        }),
    ];
}
