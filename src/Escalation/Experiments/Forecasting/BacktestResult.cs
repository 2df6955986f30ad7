using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>What a backtest found.</summary>
/// <param name="Plan">What was done.</param>
/// <param name="Calibration">What the record up to the day taught.</param>
/// <param name="Counts">The counts after it, in order.</param>
/// <param name="Outcomes">The outcomes after it.</param>
public sealed record BacktestResult(
    BacktestPlan Plan,
    CalibrationResult Calibration,
    ImmutableArray<CountBacktest> Counts,
    ImmutableArray<OutcomeBacktest> Outcomes)
{
    /// <summary>From so many windows on neighbours are allowed to hang together.</summary>
    private const int FewestForLag = 8;

    /// <summary>The forecasters, by name; those without a forecast for some window are compared on the others.</summary>
    public static ImmutableArray<(string Name, Func<CountBacktest, CountForecast?> Forecast)> Forecasters { get; } =
    [
        ("model", one => one.Model),
        ("prior", one => one.Prior),
        ("constant rate", one => one.ConstantRate),
        ("last window", one => one.LastWindow),
    ];

    /// <summary>The mean scores of a forecaster beside those of the model on the same counts.</summary>
    /// <param name="forecast">The forecaster.</param>
    /// <returns>Log score, then ranked probability score; null if it forecast nothing.</returns>
    public (ForecastComparison Log, ForecastComparison Crps)? Against(Func<CountBacktest, CountForecast?> forecast)
    {
        var scored = Counts.Where(one => forecast(one) is not null).ToList();
        if (scored.Count == 0)
        {
            return null;
        }

        var lag = scored.Count >= FewestForLag ? 1 : 0;
        return (Of((one, law) => law.LogScore(one.Observed)), Of((one, law) => law.Crps(one.Observed)));

        ForecastComparison Of(Func<CountBacktest, CountForecast, double> score) => ForecastComparison.Of(
            scored.Select(one => score(one, one.Model)).ToArray(),
            scored.Select(one => score(one, forecast(one)!)).ToArray(),
            lag);
    }

    /// <summary>How often the counts lay in the model's central ranges.</summary>
    public ImmutableArray<IntervalCoverage> Coverage =>
        Counts.IsEmpty ? [] : [.. IntervalCoverage.UsualLevels.Select(level => IntervalCoverage.Of(Laws, Observed, level))];

    /// <summary>Where the counts lay in the model's forecasts; null without counts.</summary>
    public PitUniformity? Pit => Counts.IsEmpty ? null : PitUniformity.Of(Laws, Observed, Plan.Fit.Seed);

    private IReadOnlyList<CountForecast> Laws => [.. Counts.Select(one => one.Model)];

    private IReadOnlyList<long> Observed => [.. Counts.Select(one => one.Observed)];
}
