using System.Globalization;
using Escalation.Experiments;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>Shows how far a work is: a line that is written over on a terminal, a line now and then elsewhere.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarLength = 20;
    private static readonly TimeSpan LivePeriod = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LogPeriod = TimeSpan.FromSeconds(10);

    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly Func<TimeSpan, string> tell;
    private readonly long start;
    private readonly Lock gate = new();
    private readonly ITimer timer;
    private bool isOver;

    /// <param name="session">Where it is shown.</param>
    /// <param name="tell">Says what to show after a time; called from any thread.</param>
    internal ProgressLine(Session session, Func<TimeSpan, string> tell)
    {
        terminal = session.Terminal;
        time = session.Time;
        this.tell = tell;
        start = time.GetTimestamp();
        var period = terminal.IsLive ? LivePeriod : LogPeriod;
        timer = time.CreateTimer(_ => Show(), state: null, period, period);
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        timer.Dispose();

        // A tick that is under way ends first, so that nothing is written after this.
        lock (gate)
        {
            isOver = true;
            if (terminal.IsLive)
            {
                terminal.Error.Write("\r\u001b[2K");
            }
        }
    }

    /// <summary>The line of a run.</summary>
    /// <param name="session">Where it is shown.</param>
    /// <param name="progress">How far the run is.</param>
    /// <param name="twins">How far its twins are; null if there are none.</param>
    /// <param name="total">Replications wanted, and as many twins; null: nobody knows yet.</param>
    /// <param name="outcome">The name of the first outcome.</param>
    internal static ProgressLine OfRun(Session session, RunProgress progress, RunProgress? twins, long? total, string outcome)
    {
        var name = Prose.Harmless(outcome);
        return new(session, elapsed =>
        {
            // Hits are read first: each belongs to a replication that is counted as done.
            var hits = progress.Hits;
            return total is { } wanted
                ? Text(progress.Done, hits, wanted, elapsed, name, twins?.Done)
                : OpenText(progress.Done, hits, elapsed, name, twins?.Done ?? 0);
        });
    }

    /// <summary>The line for a state of a run.</summary>
    /// <param name="done">Replications done.</param>
    /// <param name="hits">Those that reached the first outcome.</param>
    /// <param name="total">Replications wanted.</param>
    /// <param name="elapsed">Time since the start.</param>
    /// <param name="outcome">The name of the first outcome.</param>
    /// <param name="twinsDone">Twins done, of as many as replications; null if there are none to do.</param>
    /// <returns>Bar, share, rate, time left and the present interval of the first outcome.</returns>
    internal static string Text(
        long done, long hits, long total, TimeSpan elapsed, string outcome, long? twinsDone = null)
    {
        // Twins are work like the others, but have the parameters of these: the interval is not theirs.
        var (allDone, all) = twinsDone is { } twins ? (done + twins, 2 * total) : (done, total);
        var ratePerSecond = allDone / Math.Max(elapsed.TotalSeconds, 1e-3);
        var left = done == 0 ? "" : $"  {Duration((all - allDone) / ratePerSecond)} left";
        var interval = done == 0 ? "" : $"  {outcome} {Share(hits, Math.Max(hits, done))}";
        var counted = twinsDone is null ? "" : " with twins";
        return $"{Bar(allDone, all)}  {Figures.Count(allDone)} of {Figures.Count(all)}{counted}  "
            + $"{Figures.Count((long)ratePerSecond)}/s{left}{interval}";
    }

    /// <summary>The line for a state of a run whose end nobody knows.</summary>
    /// <param name="done">Replications done.</param>
    /// <param name="hits">Those that reached the first outcome.</param>
    /// <param name="elapsed">Time since the start.</param>
    /// <param name="outcome">The name of the first outcome.</param>
    /// <param name="twinsDone">Twins done.</param>
    /// <returns>Counts, rate and the present interval of the first outcome.</returns>
    internal static string OpenText(long done, long hits, TimeSpan elapsed, string outcome, long twinsDone = 0)
    {
        var ratePerSecond = (done + twinsDone) / Math.Max(elapsed.TotalSeconds, 1e-3);
        var twins = twinsDone == 0 ? "" : $" and {Prose.Counted(twinsDone, "twin")}";
        var interval = done == 0 ? "" : $"  {outcome} {Share(hits, Math.Max(hits, done))}";
        return $"{RunSentence.Histories(done)}{twins}  {Figures.Count((long)ratePerSecond)}/s{interval}";
    }

    /// <summary>A bar and a share in per cent.</summary>
    internal static string Bar(long done, long total)
    {
        var filled = (int)(BarLength * done / total);
        return $"{new string('━', filled)}{new string('─', BarLength - filled)} {100 * done / total,3} %";
    }

    /// <summary>How long it takes, such as <c>1:05</c>.</summary>
    internal static string Duration(double seconds) => seconds < 3600
        ? TimeSpan.FromSeconds(Math.Ceiling(seconds)).ToString(@"m\:ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:F1} h");

    // Whoever watches looks often, and may stop when he likes what he sees: only a confidence sequence holds then.
    private static string Share(long hits, long done)
    {
        var share = ProportionEstimate.Of(hits, done) with { Interval = ConfidenceSequence.At(hits, done) };
        return $"{ShareText.Of(share)} ({ShareText.Interval(share)})";
    }

    private void Show()
    {
        lock (gate)
        {
            if (isOver)
            {
                return;
            }

            var text = tell(time.GetElapsedTime(start));
            if (terminal.IsLive)
            {
                var length = Math.Min(text.Length, terminal.MessageWidth - 1);
                terminal.Error.Write($"\r\u001b[2K{text[..length]}");
            }
            else
            {
                terminal.Error.WriteLine(text);
            }
        }
    }
}
