using Escalation.Verification;

namespace Escalation.Cli;

/// <summary>Shows how far the check of the reference cases is.</summary>
internal sealed class VerifyProgress : IDisposable
{
    private readonly VerifyRequest request;
    private readonly long total;
    private readonly ProgressLine? line;
    private Step current = new(0, "");

    internal VerifyProgress(Session session, VerifyRequest request)
    {
        this.request = request;
        total = request.Cases.Sum(Length);
        line = request.IsQuiet || total == 0 ? null : new ProgressLine(session, _ => current.Text(total));
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose() => line?.Dispose();

    /// <summary>Begins the next case.</summary>
    /// <param name="reference">The case.</param>
    /// <returns>To be told how many of its replications are done.</returns>
    internal IProgress<long> Next(ReferenceCase reference)
    {
        var index = request.Cases.IndexOf(reference);
        var before = request.Cases.Take(index).Sum(Length);
        var name = $"{reference.Id}, case {index + 1} of {request.Cases.Length}";
        current = new(before, name);
        return new Told(done => current = new(before + done, name));
    }

    private long Length(ReferenceCase reference)
    {
        var replications = request.PlanOf(reference).Replications;
        return Verifier.Waits(reference, replications) ? 0 : replications;
    }

    private sealed record Step(long Done, string Name)
    {
        internal string Text(long total) => $"{ProgressLine.Bar(Done, total)}  {Name}";
    }

    // Progress<T> would call back on another thread, out of order.
    private sealed class Told(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
