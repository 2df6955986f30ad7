namespace Escalation.Charts.Figures;

/// <summary>The share of histories at or below each value of a measure.</summary>
public static class Ecdf
{
    // Steps beyond this many are drawn at quantiles.
    private const int MostSteps = 2_000;

    /// <summary>The chart.</summary>
    /// <param name="measure">Name of the measure.</param>
    /// <param name="unit">Its unit; empty if it has none.</param>
    /// <param name="values">One number a history; what is no number is left out and said.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(string measure, string unit, IEnumerable<double> values, string caption)
    {
        var sample = Sample.Of(values);
        return new Chart
        {
            Name = $"ecdf-{FileName.Of(measure)}",
            Title = sample.Count == 0
                ? sample.Title(measure)
                : $"{measure} is at most {FigureText.Number(sample.Quantile(0.95))} in nineteen of twenty histories",
            Caption = sample.Caption(caption),
            Description = $"A curve: the share of histories whose {measure} is at most the value below. {sample.Describe()}",
            X = new Axis(Sample.Axis(measure, unit), FileName.Field(measure, unit)),
            Y = new Axis("Share of histories at or below", "share") { Style = NumberStyle.Percent, HasZero = true, High = 1 },
            Layers = sample.Count == 0 ? [] : [new Layer(Mark.Step, [.. Steps(sample)])],
            IfEmpty = sample.IfEmpty(measure),
        };
    }

    private static IEnumerable<Datum> Steps(Sample sample)
    {
        // Of equal values the last has the share of all of them.
        var steps = Enumerable.Range(0, sample.Count)
            .Where(place => place == sample.Count - 1 || sample.Sorted[place + 1] > sample.Sorted[place])
            .Select(place => new Datum { X = sample.Sorted[place], Y = (place + 1.0) / sample.Count })
            .ToList();
        var every = 1 + (steps.Count / MostSteps);
        return steps.Where((_, place) => place % every == 0 || place == steps.Count - 1)
            .Prepend(new Datum { X = sample.Sorted[0], Y = 0 });
    }
}
