namespace Escalation.Charts.Figures;

/// <summary>How a measure is distributed over histories.</summary>
public static class Histogram
{
    /// <summary>The chart: columns.</summary>
    /// <param name="measure">Name of the measure.</param>
    /// <param name="unit">Its unit; empty if it has none.</param>
    /// <param name="values">One number a history; what is no number is left out and said.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string measure, string unit, IEnumerable<double> values, string caption)
    {
        var sample = Sample.Of(values);
        return new Chart
        {
            Name = $"histogram-{FileName.Of(measure)}",
            Title = sample.Title(measure),
            Caption = sample.Caption(caption),
            Description = $"Columns: how many histories have a value of {measure} in each stretch. {sample.Describe()}",
            X = AxisOf(measure, unit, sample),
            Y = new Axis("Share of histories", "share") { Style = NumberStyle.Percent, HasZero = true },
            Layers = sample.Count == 0 ? [] : [Columns(sample), Median(sample)],
            IfEmpty = sample.IfEmpty(measure),
        };
    }

    // A lone column has room on both sides.
    private static Axis AxisOf(string measure, string unit, Sample sample)
    {
        var axis = new Axis(Sample.Axis(measure, unit), FileName.Field(measure, unit));
        if (sample.Count == 0 || sample.Sorted[0] != sample.Sorted[^1])
        {
            return axis;
        }

        var bins = Bins.Of(sample.Sorted.AsSpan());
        return axis with { Low = bins.From - (2 * bins.Width), High = bins.From + (3 * bins.Width) };
    }

    private static Layer Columns(Sample sample)
    {
        var bins = Bins.Of(sample.Sorted.AsSpan());
        return new Layer(
            Mark.Column,
            [
                .. bins.Counts.Select((count, place) => new Datum
                {
                    X = bins.From + (place * bins.Width),
                    X2 = bins.From + ((place + 1) * bins.Width),
                    Y = (double)count / sample.Count,
                    Text = FormattableString.Invariant($"{count:N0} histories"),
                }),
            ]);
    }

    private static Layer Median(Sample sample) => new(
        Mark.Rule, [new Datum { X = sample.Quantile(0.5), Text = $"median {FigureText.Number(sample.Quantile(0.5))}" }])
    {
        Colour = 1,
    };
}
