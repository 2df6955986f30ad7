using System.Collections.Immutable;
using Escalation.Charts.Scales;

namespace Escalation.Charts.Figures;

/// <summary>What was believed of an uncertainty before and after it was held against targets.</summary>
public static class PriorPosterior
{
    private const int Stretches = 40;

    // Beyond it a long tail would leave no room for the rest.
    private const double Tail = 0.005;

    /// <summary>The chart.</summary>
    /// <param name="name">Name of the uncertainty.</param>
    /// <param name="unit">Its unit; empty if it has none.</param>
    /// <param name="prior">Draws from the prior, finite.</param>
    /// <param name="posterior">Draws from the posterior, finite, with their weights.</param>
    /// <param name="written">The value of the file; NaN if it has none.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(
        string name,
        string unit,
        IReadOnlyList<double> prior,
        IReadOnlyList<(double Value, double Weight)> posterior,
        double written,
        string caption)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(posterior);
        var before = Sorted(prior.Select(value => (value, 1.0)));
        var after = Sorted(posterior);
        var isEmpty = before.IsEmpty || after.IsEmpty;
        return new Chart
        {
            Name = $"posterior-{FileName.Of(name)}",
            Title = isEmpty
                ? $"Nothing is known of {name}"
                : $"{name}: {Range(after)} after the targets, {Range(before)} before (nine tenths)",
            Caption = caption,
            Description = $"Two histograms over {name}: the prior, faint and dashed, and the posterior; an upright line at the "
                + "value as written.",
            X = new Axis(Sample.Axis(name, unit), FileName.Field(name, unit)),
            Y = new Axis("Share in each stretch", "share") { Style = NumberStyle.Percent, HasZero = true },
            Layers = isEmpty ? [] : Layers(before, after, written),
        };
    }

    private static ImmutableArray<Layer> Layers(
        ImmutableArray<(double Value, double Weight)> before, ImmutableArray<(double Value, double Weight)> after, double written)
    {
        var low = Math.Min(Quantile(before, Tail), after[0].Value);
        var high = Math.Max(Quantile(before, 1 - Tail), after[^1].Value);
        var width = low == high ? 1 : NiceNumbers.Step(low, high, Stretches);
        var from = Math.Floor(low / width) * width;
        var count = Math.Max(1, (int)Math.Floor((high - from) / width) + 1);
        return
        [
            .. Histogram("prior", before, isQuiet: true, colour: -1),
            .. Histogram("posterior", after, isQuiet: false, colour: 0),
            new Layer(Mark.Rule, [new Datum { X = written, Text = "as written" }]) { Colour = 1 },
        ];

        ImmutableArray<Layer> Histogram(
            string name, ImmutableArray<(double Value, double Weight)> draws, bool isQuiet, int colour)
        {
            // A stretch before and one behind are empty, so that the outline is closed.
            var shares = new double[count + 2];
            foreach (var (value, weight) in draws)
            {
                var place = (int)Math.Clamp(Math.Floor((value - from) / width), -1, count);
                shares[place + 1] += place >= 0 && place < count ? weight : 0;
            }

            ImmutableArray<Datum> outline = [.. shares.Select((share, place) => new Datum
            {
                X = from + ((place - 1) * width),
                Y = share,
                Low = 0,
                High = share,
            })];
            return
            [
                new Layer(Mark.StepBand, outline) { Colour = colour, IsQuiet = isQuiet },
                new Layer(Mark.Step, outline) { Name = name, Colour = colour, IsQuiet = isQuiet },
            ];
        }
    }

    // In order, with weights that add up to 1.
    private static ImmutableArray<(double Value, double Weight)> Sorted(IEnumerable<(double Value, double Weight)> draws)
    {
        var kept = draws.Where(draw => double.IsFinite(draw.Value) && draw.Weight > 0).OrderBy(draw => draw.Value).ToList();
        var sum = kept.Sum(draw => draw.Weight);
        return [.. kept.Select(draw => (draw.Value, draw.Weight / sum))];
    }

    private static string Range(ImmutableArray<(double Value, double Weight)> draws) =>
        $"{FigureText.Number(Quantile(draws, 0.05))} to {FigureText.Number(Quantile(draws, 0.95))}";

    private static double Quantile(ImmutableArray<(double Value, double Weight)> draws, double share)
    {
        var sum = 0.0;
        foreach (var (value, weight) in draws)
        {
            sum += weight;
            if (sum >= share)
            {
                return value;
            }
        }

        return draws[^1].Value;
    }
}
