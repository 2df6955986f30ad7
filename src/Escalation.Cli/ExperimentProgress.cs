using Escalation.Experiments;

namespace Escalation.Cli;

/// <summary>How far an experiment is, as a line.</summary>
internal static class ExperimentProgress
{
    /// <summary>Of one whose points are known.</summary>
    internal static string Of(PointPlan plan, PointProgress progress, TimeSpan elapsed) => Text(
        progress.Replications, progress.Kept, plan.AllReplications, progress.Points, plan.Points.Length, elapsed);

    /// <summary>Of one that finds its points, and may need fewer histories than was thought.</summary>
    internal static string Of(long expected, PointProgress progress, TimeSpan elapsed) => Line(
        progress.Replications, progress.Kept, Math.Max(expected, progress.Replications), progress.Stage, elapsed);

    /// <summary>Bar, points, rate and time left.</summary>
    internal static string Text(long done, long kept, long all, int points, int allPoints, TimeSpan elapsed) =>
        Line(done, kept, all, $"{Figures.Count(points)} of {Prose.Counted(allPoints, "point")}", elapsed);

    private static string Line(long done, long kept, long all, string place, TimeSpan elapsed)
    {
        // What was read says nothing of how long the rest takes.
        var ratePerSecond = (done - kept) / Math.Max(elapsed.TotalSeconds, 1e-3);
        var left = done == kept ? "" : $"  {ProgressLine.Duration((all - done) / ratePerSecond)} left";
        return $"{ProgressLine.Bar(done, all)}  {place}  {Figures.Count((long)ratePerSecond)} histories/s{left}";
    }
}
