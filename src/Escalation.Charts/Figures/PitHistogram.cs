namespace Escalation.Charts.Figures;

/// <summary>A bin of the histogram of where what came lay in its forecast.</summary>
/// <param name="Share">Share of what came.</param>
/// <param name="Low">Lower end of where the share of right forecasts lies; NaN if that is not known.</param>
/// <param name="High">Upper end.</param>
public readonly record struct PitBin(double Share, double Low, double High);

/// <summary>Where what came lay in the laws that were forecast: flat if they are right.</summary>
public static class PitHistogram
{
    private const double ToldFrom = 0.05;
    private const double LeastTold = 0.001;

    /// <summary>The chart.</summary>
    /// <param name="quantity">What was forecast.</param>
    /// <param name="bins">Bins of equal width over 0 to 1.</param>
    /// <param name="count">How many forecasts there were.</param>
    /// <param name="p">Chance of a histogram as uneven from right forecasts; NaN if it is not known.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string quantity, IReadOnlyList<PitBin> bins, int count, double p, string caption)
    {
        ArgumentNullException.ThrowIfNull(bins);
        var width = 1.0 / bins.Count;
        return new Chart
        {
            Name = $"pit-{FileName.Of(quantity)}",
            Title = bins.Count == 0 || count == 0 ? $"{quantity} was not forecast" : Title(quantity, bins, count, p),
            Caption = caption,
            Description = $"Columns: how often {quantity} lay in each part of its forecast, from its least to its greatest "
                + "values; a band: where columns of right forecasts lie; a level line: all parts alike.",
            X = new Axis("Part of the forecast below what came", "part")
            {
                Style = NumberStyle.Percent,
                HasZero = true,
                High = 1,
            },
            Y = new Axis("Share of what came", "share") { Style = NumberStyle.Percent, HasZero = true },
            Layers = bins.Count == 0
                ? []
                :
                [
                    new Layer(Mark.Column, [.. bins.Select((bin, place) => new Datum
                    {
                        X = place * width, X2 = (place + 1) * width, Y = bin.Share,
                    })])
                    {
                        IsQuiet = true,
                    },
                    new Layer(Mark.StepBand, [.. bins.Append(bins[^1]).Select((bin, place) => new Datum
                    {
                        X = place * width, Low = bin.Low, High = bin.High,
                    })])
                    {
                        Name = "right forecasts",
                        Colour = 1,
                    },
                    new Layer(Mark.Rule, [new Datum { Y = width }]) { Colour = 1 },
                ],
        };
    }

    private static string Title(string quantity, IReadOnlyList<PitBin> bins, int count, double p)
    {
        var chance = double.IsNaN(p) ? "" : p < LeastTold ? " (p < 0.001)" : FormattableString.Invariant($" (p = {p:0.###})");
        if (!(p < ToldFrom))
        {
            return FormattableString.Invariant($"{count} forecasts of {quantity} cannot be told from right ones{chance}");
        }

        // Mean and variance of a uniform number are 1/2 and 1/12, with variances 1/12 and 1/180 over the count.
        var middles = bins.Select((bin, place) => (bin.Share, X: (place + 0.5) / bins.Count)).ToList();
        var mean = middles.Sum(bin => bin.Share * bin.X);
        var variance = middles.Sum(bin => bin.Share * (bin.X - 0.5) * (bin.X - 0.5)) + (1.0 / (12.0 * bins.Count * bins.Count));
        var (bias, width) = ((mean - 0.5) * Math.Sqrt(12), (variance - (1.0 / 12)) * Math.Sqrt(180));
        var fault = Math.Abs(bias) >= Math.Abs(width)
            ? bias > 0 ? "too low" : "too high"
            : width > 0 ? "too narrow" : "too wide";
        return $"Forecasts of {quantity} are {fault}{chance}";
    }
}
