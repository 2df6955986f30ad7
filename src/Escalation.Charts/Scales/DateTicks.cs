using System.Collections.Immutable;
using System.Globalization;

namespace Escalation.Charts.Scales;

/// <summary>Ticks at days, weeks, months or years, whichever are few enough.</summary>
internal static class DateTicks
{
    private static readonly int[] DaySteps = [1, 2, 7, 14];
    private static readonly int[] MonthSteps = [1, 2, 3, 6];

    /// <summary>The ticks between two days.</summary>
    /// <param name="low">Days since the start.</param>
    /// <param name="high">Days since the start.</param>
    /// <param name="start">The date of day 0.</param>
    /// <param name="most">How many ticks there is room for.</param>
    public static ImmutableArray<Tick> Between(double low, double high, DateOnly start, int most)
    {
        var (first, last) = (DateOf(start, Math.Ceiling(low)), DateOf(start, Math.Floor(high)));
        var days = last.DayNumber - first.DayNumber;
        foreach (var step in DaySteps)
        {
            if (days / step < most)
            {
                return [.. Dates(first, last, date => date.AddDays(step)).Select(date => At(date, "d MMM"))];
            }
        }

        var month = new DateOnly(first.Year, first.Month, 1);
        foreach (var step in MonthSteps)
        {
            if (days / (30.5 * step) < most)
            {
                var from = month.AddMonths(-((month.Month - 1) % step));
                return [.. Dates(from, last, date => date.AddMonths(step)).Where(date => date >= first).Select(Month)];
            }
        }

        var years = (int)NiceNumbers.Step(0, Math.Max(1, days / 365.25), most);
        var year = new DateOnly(first.Year - (first.Year % Math.Max(1, years)), 1, 1);
        return
        [
            .. Dates(year, last, date => date.AddYears(Math.Max(1, years))).Where(date => date >= first)
                .Select(date => At(date, "yyyy")),
        ];

        Tick At(DateOnly date, string format) =>
            new(date.DayNumber - start.DayNumber, date.ToString(format, CultureInfo.InvariantCulture));

        // The year stands where it begins, and at the first tick.
        Tick Month(DateOnly date, int place) => At(date, place == 0 || date.Month == 1 ? "MMM yyyy" : "MMM");
    }

    /// <summary>The date of a day, or the last that can be written.</summary>
    public static DateOnly DateOf(DateOnly start, double days) => DateOnly.FromDayNumber(
        (int)Math.Clamp(start.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static IEnumerable<DateOnly> Dates(DateOnly from, DateOnly last, Func<DateOnly, DateOnly> next)
    {
        for (var date = from; date <= last; date = next(date))
        {
            yield return date;
        }
    }
}
