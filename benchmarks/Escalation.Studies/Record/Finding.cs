namespace Escalation.Studies.Record;

/// <summary>What a statistic is over all histories.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Low">Where nineteen of twenty single histories (or single cases, if it is about cases) lie: from here…</param>
/// <param name="High">… to here.</param>
/// <param name="Count">How many histories or cases it is made of.</param>
internal sealed record Finding(double Value, double Low, double High, int Count)
{
    /// <summary>The finding of numbers that belong together.</summary>
    /// <param name="value">What the numbers are summed up to.</param>
    /// <param name="spread">One number for each history or case.</param>
    public static Finding Of(double value, IEnumerable<double> spread)
    {
        double[] sorted = [.. spread.Order()];
        return sorted.Length == 0
            ? WithoutSpread(double.NaN, 0)
            : new Finding(value, Quantile(sorted, 0.025), Quantile(sorted, 0.975), sorted.Length);
    }

    /// <summary>A finding of which a single history says nothing but yes or no, or nothing at all.</summary>
    public static Finding WithoutSpread(double value, int count) => new(value, double.NaN, double.NaN, count);

    /// <summary>Whether it has one number for each history or case.</summary>
    public bool HasSpread => !double.IsNaN(Low);

    /// <summary>The number below which a share of them lies.</summary>
    public static double Quantile(double[] sorted, double share) => sorted[(int)Math.Round(share * (sorted.Length - 1))];
}
