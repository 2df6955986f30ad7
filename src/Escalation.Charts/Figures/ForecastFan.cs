namespace Escalation.Charts.Figures;

/// <summary>What a forecast said of a path, and what came.</summary>
public static class ForecastFan
{
    /// <summary>The chart.</summary>
    /// <param name="quantity">What is followed.</param>
    /// <param name="forecast">By day, also where it was fitted.</param>
    /// <param name="record">What came, by day.</param>
    /// <param name="begins">The day from which on the record was not known.</param>
    /// <param name="start">The date of day 0; null if there is none.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(
        string quantity,
        IReadOnlyList<FanPoint> forecast,
        IReadOnlyList<(double Day, double Value)> record,
        double begins,
        DateOnly? start,
        string caption)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(record);
        return new Chart
        {
            Name = $"forecast-{FileName.Of(quantity)}",
            Title = Title(quantity, forecast, record, begins),
            Caption = caption,
            Description = $"Bands: where {quantity} lies on each day, in the middle half of histories and in nine of ten; a "
                + "line: the median; points: what came. An upright line stands where the forecast begins.",
            X = new Axis(start is null ? "Days since the start" : "Date", "day") { Start = start },
            Y = new Axis(quantity, FileName.Field(quantity, "")),
            Layers =
            [
                .. FanLayers.Of(forecast),
                new Layer(Mark.Point, [.. record.Select(point => new Datum { X = point.Day, Y = point.Value })])
                {
                    Name = "record",
                    Colour = 1,
                },
                new Layer(Mark.Rule, [new Datum { X = begins, Text = "forecast begins" }]) { Colour = -1 },
            ],
            IfEmpty = "Nothing to draw: there is no forecast.",
        };
    }

    private static string Title(
        string quantity, IReadOnlyList<FanPoint> forecast, IReadOnlyList<(double Day, double Value)> record, double begins)
    {
        var later = record.Where(point => point.Day > begins && double.IsFinite(point.Value)).ToList();
        var inside = later.Count(point =>
            At(forecast, point.Day) is { } fan && fan.P05 <= point.Value && point.Value <= fan.P95);
        return later.Count == 0
            ? $"{quantity}: nothing has come yet that the forecast could be held against"
            : FormattableString.Invariant($"{quantity}: {inside} of {later.Count} later points lie within nine of ten histories");
    }

    // The band between two days is a straight line, as it is drawn.
    private static FanPoint? At(IReadOnlyList<FanPoint> forecast, double day)
    {
        for (var place = 1; place < forecast.Count; place++)
        {
            var (before, after) = (forecast[place - 1], forecast[place]);
            if (before.Day <= day && day <= after.Day && after.Day > before.Day)
            {
                var part = (day - before.Day) / (after.Day - before.Day);
                return new(day, Between(point => point.P05), 0, 0, 0, Between(point => point.P95));

                double Between(Func<FanPoint, double> edge) => edge(before) + (part * (edge(after) - edge(before)));
            }
        }

        return null;
    }
}
