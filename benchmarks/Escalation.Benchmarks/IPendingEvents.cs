namespace Escalation.Benchmarks;

/// <summary>What W2 needs of an engine. Implemented by structs, so that the calls are direct.</summary>
internal interface IPendingEvents
{
    /// <summary>Time of the last event taken.</summary>
    double Now { get; }

    /// <summary>Back to time 0 with nothing pending; the generator runs on.</summary>
    void Clear();

    /// <summary>Schedules an event that will never be cancelled.</summary>
    void Add(double time, int payload);

    /// <summary>Schedules a timer, and cancels it before if it is pending.</summary>
    void Restart(int timer, double time);

    /// <summary>Takes the next event up to the horizon: its payload, or the number of its timer.</summary>
    bool TryNext(double horizon, out int payload);

    /// <summary>Uniform on [0, 1).</summary>
    double Uniform();

    /// <summary>Exponential.</summary>
    double Exponential(double mean);

    /// <summary>Lognormal with median 2 and σ = 0.5.</summary>
    double StrikeDelay();

    /// <summary>Poisson with mean 0.9.</summary>
    int RevengeCount();
}
