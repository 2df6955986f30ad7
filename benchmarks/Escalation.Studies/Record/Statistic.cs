namespace Escalation.Studies.Record;

/// <summary>A figure that can be read off histories as it was read off the record.</summary>
/// <param name="Observe">What it needs of one history.</param>
/// <param name="Sum">The figure, of what was observed in all histories.</param>
internal sealed record Statistic(Func<Chronicle, double[]> Observe, Func<IEnumerable<double[]>, Finding> Sum)
{
    /// <summary>A ratio of sums over all histories; single histories show their own ratio.</summary>
    /// <param name="observe">Part and whole of one history; a whole of 0 says nothing.</param>
    public static Statistic Ratio(Func<Chronicle, (double Part, double Whole)> observe) => new(
        history =>
        {
            var (part, whole) = observe(history);
            return [part, whole];
        },
        all =>
        {
            double[][] told = [.. all.Where(pair => pair[1] > 0)];
            return Finding.Of(told.Sum(pair => pair[0]) / told.Sum(pair => pair[1]), told.Select(pair => pair[0] / pair[1]));
        });

    /// <summary>The share of histories of which something is true, among those of which it can be.</summary>
    /// <param name="observe">Whether it is true of one; null if it can be neither.</param>
    public static Statistic Share(Func<Chronicle, bool?> observe) => new(
        history => observe(history) is { } isTrue ? [isTrue ? 1 : 0] : [],
        all =>
        {
            double[] told = [.. all.SelectMany(one => one)];
            return Finding.WithoutSpread(told.Length == 0 ? double.NaN : told.Average(), told.Length);
        });

    /// <summary>The median of cases, of which a history has any number.</summary>
    public static Statistic Median(Func<Chronicle, IEnumerable<double>> cases) => new(
        history => [.. cases(history)],
        all =>
        {
            double[] sorted = [.. all.SelectMany(one => one).Order()];
            return Finding.Of(sorted.Length == 0 ? double.NaN : Finding.Quantile(sorted, 0.5), sorted);
        });

    /// <summary>The mean of cases, of which a history has any number.</summary>
    public static Statistic Mean(Func<Chronicle, IEnumerable<double>> cases) => new(
        history => [.. cases(history)],
        all =>
        {
            double[] cases = [.. all.SelectMany(one => one)];
            return Finding.Of(cases.Length == 0 ? double.NaN : cases.Average(), cases);
        });
}
