using Escalation.Experiments;

namespace Escalation.Cli;

/// <summary>How far an experiment is, as a line.</summary>
internal static class ExperimentProgress
{
    /// <summary>Shows the line until it is disposed.</summary>
    internal static ProgressLine Line(Session session, PointProgress progress, PointPlan plan) =>
        new(session, elapsed => Text(
            progress.Replications, progress.Kept, plan.AllReplications, progress.Points, plan.Points.Length, elapsed));

    /// <summary>Bar, points, rate and time left.</summary>
    internal static string Text(long done, long kept, long all, int points, int allPoints, TimeSpan elapsed)
    {
        // What was read says nothing of how long the rest takes.
        var ratePerSecond = (done - kept) / Math.Max(elapsed.TotalSeconds, 1e-3);
        var left = done == kept ? "" : $"  {ProgressLine.Duration((all - done) / ratePerSecond)} left";
        return $"{ProgressLine.Bar(done, all)}  {Figures.Count(points)} of {Prose.Counted(allPoints, "point")}  "
            + $"{Figures.Count((long)ratePerSecond)} histories/s{left}";
    }
}
