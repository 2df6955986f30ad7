namespace Escalation.Charts.Figures;

/// <summary>What a posterior predicts for a target, in standard deviations of the prediction away from what was
/// observed.</summary>
/// <param name="Name">The target.</param>
/// <param name="Median">Median of the prediction.</param>
/// <param name="Low">Lower end of its range.</param>
/// <param name="High">Upper end of its range.</param>
public readonly record struct PredictedTarget(string Name, double Median, double Low, double High);

/// <summary>Whether what was observed could have come out of the posterior.</summary>
public static class PredictedTargets
{
    /// <summary>The chart of single targets.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(IReadOnlyList<PredictedTarget> targets, string caption)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var met = targets.Count(target => target.Low <= 0 && target.High >= 0);
        return new Chart
        {
            Name = "predicted-targets",
            Title = met == targets.Count
                ? "Every target lies where the posterior predicts it"
                : FormattableString.Invariant($"{met} of {targets.Count} targets lie where the posterior predicts them"),
            Caption = caption,
            Description = "Points with intervals: predictions less observations, in standard deviations of the prediction; 0 is "
                + "what was observed.",
            X = new Axis("Prediction less observation (standard deviations)", "standard_deviations") { HasZero = true },
            Y = new Axis("Target", "target") { Names = [.. targets.Select(target => target.Name)] },
            Layers =
            [
                new Layer(Mark.Rule, [new Datum { X = 0 }]) { Colour = -1 },
                new Layer(
                    Mark.Interval,
                    [
                        .. targets.Select((target, place) => new Datum
                        {
                            X = target.Median, Y = place, Low = target.Low, High = target.High,
                        }),
                    ]),
            ],
        };
    }

    /// <summary>The chart of a table of counts.</summary>
    /// <param name="table">Its title.</param>
    /// <param name="predicted">Predictions by the day on which a step ends, with their ranges.</param>
    /// <param name="observed">The counts, by the same days.</param>
    /// <param name="start">The date of day 0; null if there is none.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart OfTable(
        string table, Curve predicted, IReadOnlyList<CurvePoint> observed, DateOnly? start, string caption)
    {
        ArgumentNullException.ThrowIfNull(predicted);
        ArgumentNullException.ThrowIfNull(observed);
        var met = observed.Zip(predicted.Points, (count, range) => count.Value >= range.Low && count.Value <= range.High)
            .Count(isInside => isInside);
        return new Chart
        {
            Name = $"predicted-{FileName.Of(table)}",
            Title = FormattableString.Invariant(
                $"{met} of {observed.Count} counts of {table} lie in the range that the posterior predicts"),
            Caption = caption,
            Description = $"A band for what the posterior predicts of {table}, and points for what was observed.",
            X = new Axis(start is null ? "Day" : "Date", "day") { Start = start },
            Y = new Axis("Count of the step", "count") { HasZero = true },
            Layers =
            [
                .. CurveLayers.Of([predicted], Mark.Line, Mark.Band),
                new Layer(Mark.Point, [.. observed.Select(count => new Datum { X = count.X, Y = count.Value })])
                {
                    Name = "observed",
                    Colour = 1,
                },
            ],
        };
    }
}
