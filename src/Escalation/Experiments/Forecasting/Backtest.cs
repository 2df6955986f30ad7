using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Experiments;

/// <summary>Fits uncertainties to the record up to a day, forecasts what came after it, and scores the forecasts beside those of
/// the prior and of two that know nothing but the counts before.</summary>
/// <remarks>Forecasts are what the posterior says would be observed: whole histories with its values, not the record gone on
/// with.</remarks>
public static class Backtest
{
    private const string Name = "backtest";

    // Forecasts have replications beyond those of proposals and of what a calibration predicts.
    private const long ForecastLuck = 1L << 45;
    private const long PriorLuck = 1L << 46;

    /// <summary>Does it.</summary>
    /// <param name="plan">What is to be done.</param>
    /// <param name="session">Runs the points: those of the scenario that the readings hold.</param>
    /// <returns>The calibration, and what its forecasts are worth.</returns>
    /// <exception cref="PointFaultException">A replication failed.</exception>
    /// <exception cref="Language.FormulaFaultException">A prior has no value at some point.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static BacktestResult Run(BacktestPlan plan, PointSession session)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(session);
        var fit = plan.Fit;
        var calibration = Calibration.Run(fit, session);
        var cloud = calibration.Sampler.Cloud;
        var posterior = Foretell(
            plan, session, [.. cloud.Resample(fit.Seed, Name, plan.Forecasts).Select(cloud.UnitAt)], ForecastLuck);
        var draws = SobolSequence.Scrambled(fit.Seed, "backtest prior", plan.Forecasts, fit.Space.Inputs.Length);
        var rows = Enumerable.Range(0, plan.Forecasts).Select(row => draws.Row(row).ToArray().ToImmutableArray());
        var prior = Foretell(plan, session, [.. rows], PriorLuck);
        return new(plan, calibration, Counts(plan, posterior, prior), Outcomes(plan, posterior, prior));
    }

    // One column a target: what each particle says would be observed.
    private static double[][] Foretell(
        BacktestPlan plan, PointSession session, ImmutableArray<ImmutableArray<double>> particles, long luck)
    {
        var proposals = particles.Select((unit, place) => new Proposal(place, unit));
        var found = Calibration.Simulate(plan.Fit, plan.Later, session, [.. proposals], luck, Name, out _);
        return
        [
            .. Enumerable.Range(0, plan.Later.Source.Length).Select(target =>
                found.Select(one => one.Observations[target]).Where(double.IsFinite).ToArray()),
        ];
    }

    private static ImmutableArray<CountBacktest> Counts(BacktestPlan plan, double[][] posterior, double[][] prior)
    {
        var later = plan.Later.Source;
        return
        [
            .. Enumerable.Range(0, later.Length).Where(place => BacktestPlan.IsCount(later[place])).Select(place =>
            {
                var target = later[place];
                var naive = Before(plan, target);
                var (after, before) = (Whole(posterior[place]), Whole(prior[place]));
                return new CountBacktest(target, new SampleForecast(after), new SampleForecast(before))
                {
                    ConstantRate = naive.Length == 0 ? null : NaiveForecast.ConstantRate(naive),
                    LastWindow = naive.Length == 0 ? null : NaiveForecast.LastWindow(naive),
                };
            }),
        ];
    }

    private static ImmutableArray<OutcomeBacktest> Outcomes(BacktestPlan plan, double[][] posterior, double[][] prior)
    {
        var later = plan.Later.Source;
        return
        [
            .. Enumerable.Range(0, later.Length).Where(place => later[place].Outcome >= 0).Select(place =>
                new OutcomeBacktest(
                    later[place], Hits(posterior[place]), posterior[place].Length, Hits(prior[place]), prior[place].Length)),
        ];
    }

    // The windows of the same table before, if they are as long: what the naive forecasts know.
    private static long[] Before(BacktestPlan plan, Target target)
    {
        var length = Length(target);
        return target.Table.Length == 0 || length is null ? [] :
        [
            .. plan.Fit.Readings.Source
                .Where(one => one.Table == target.Table && Length(one) is { } other && Math.Abs(other - length.Value) < 1e-6)
                .Select(one => (long)one.Observed),
        ];
    }

    private static double? Length(Target target) => target.AtDay - (target.SinceDay ?? 0);

    // Noise about an expected count is drawn as a count already; a normal error is not.
    private static double[] Whole(double[] values) => Array.ConvertAll(values, value => Math.Max(0, Math.Round(value)));

    private static long Hits(double[] values) => values.LongCount(value => value > 0.5);
}

/// <summary>What a backtest is to do.</summary>
/// <param name="Fit">What is fitted, to the record up to the day; its readings and <paramref name="Later"/> are parts of the
/// same.</param>
/// <param name="Later">The record after the day, at least one target that can be forecast.</param>
/// <param name="UntilDay">The day.</param>
/// <param name="Forecasts">How many particles say what would be observed; at least 2.</param>
public sealed record BacktestPlan(CalibrationPlan Fit, TargetReadings Later, double UntilDay, int Forecasts)
{
    /// <summary>Histories that it takes at most.</summary>
    public long Histories => Fit.Budget + (2L * Forecasts * Fit.Replications);

    /// <summary>Says whether a target is a count, so that a forecast of it can be scored.</summary>
    /// <param name="target">The target.</param>
    public static bool IsCount(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Measure >= 0 && target.Observed >= 0 && target.Observed == Math.Floor(target.Observed);
    }

    /// <summary>Says whether a forecast of a target can be scored: it is a count, or an outcome that came or did not.</summary>
    /// <param name="target">The target.</param>
    public static bool IsScored(Target target) =>
        IsCount(target) || (target.Outcome >= 0 && target.Observed is 0 or 1);
}

/// <summary>What the forecasts of a count are worth.</summary>
/// <param name="Target">The count, and when.</param>
/// <param name="Model">What the posterior said.</param>
/// <param name="Prior">What the prior said.</param>
public sealed record CountBacktest(Target Target, SampleForecast Model, SampleForecast Prior)
{
    /// <summary>The forecast by the rate of all windows before; null if there are none as long.</summary>
    public CountForecast? ConstantRate { get; init; }

    /// <summary>The forecast by the rate of the last window before.</summary>
    public CountForecast? LastWindow { get; init; }

    /// <summary>What came.</summary>
    public long Observed => (long)Target.Observed;
}

/// <summary>What the forecasts of an outcome are worth.</summary>
/// <param name="Target">The outcome, and until when.</param>
/// <param name="Hits">Histories of the posterior in which it came.</param>
/// <param name="Count">How many there were.</param>
/// <param name="PriorHits">Histories of the prior in which it came.</param>
/// <param name="PriorCount">How many there were.</param>
public sealed record OutcomeBacktest(Target Target, long Hits, long Count, long PriorHits, long PriorCount)
{
    /// <summary>Whether it came.</summary>
    public bool HasCome => Target.Observed > 0.5;
}
