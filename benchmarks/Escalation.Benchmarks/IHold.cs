namespace Escalation.Benchmarks;

/// <summary>Workload W1, hold: take the earliest of N pending events, schedule it anew after a wait of Exp(1).</summary>
/// <remarks>Exp(1) has no memory, so the queue is stationary from the fill on; the clock advances 1/N an operation.</remarks>
public interface IHold
{
    /// <summary>Time of the last event taken.</summary>
    double Now { get; }

    /// <summary>Performs some operations.</summary>
    void Run(int operations);
}
