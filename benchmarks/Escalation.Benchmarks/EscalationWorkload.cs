using System.Diagnostics.CodeAnalysis;

namespace Escalation.Benchmarks;

/// <summary>Workload W2, mini-escalation, written out by hand around a queue.</summary>
/// <remarks>
/// Four proxies attack at random (each 0.08 a day); the US sometimes strikes back after a delay; a strike restarts the proxy's
/// timer and breeds revenge attacks; deadly incidents climb a ladder, which loses a rung after a calm of Exp(30 d). Six rungs
/// are a spiral and end the replication, at most 1,000 days. A correct engine gives P(spiral) = 0.620 ± 0.001, 501.8 ± 0.4
/// events and 153.8 ± 0.2 cancellations a replication.
/// </remarks>
internal sealed class EscalationWorkload<TEvents>
    where TEvents : struct, IPendingEvents
{
    private const double HorizonDays = 1000;
    private const int Proxies = 4;
    private const int Decay = Proxies;
    private const int Strike = 8;
    private const int Revenge = 16;
    private const double AttackMeanDays = 1 / 0.08;
    private const double DecayMeanDays = 30;
    private const int LastRung = 6;

    [SuppressMessage("Style", "IDE0044", Justification = "Readonly, it would be copied before each call, and its state lost.")]
    private TEvents events;
    private int rung;

    public EscalationWorkload(TEvents events) => this.events = events;

    public long Replications { get; private set; }

    public long Spirals { get; private set; }

    public long Events { get; private set; }

    public double SquaredEvents { get; private set; }

    public long Cancellations { get; private set; }

    public void Run(int replications)
    {
        for (var i = 0; i < replications; i++)
        {
            var before = Events;
            Spirals += RunsIntoSpiral() ? 1 : 0;
            Replications++;
            SquaredEvents += (double)(Events - before) * (Events - before);
        }
    }

    private bool RunsIntoSpiral()
    {
        events.Clear();
        rung = 0;
        for (var proxy = 0; proxy < Proxies; proxy++)
        {
            events.Restart(proxy, events.Exponential(AttackMeanDays));
        }

        while (events.TryNext(HorizonDays, out var payload))
        {
            Events++;
            var isOver = payload switch
            {
                < Proxies => AttackByTimer(payload),
                Decay => DecayRung(),
                >= Revenge => Attack(payload - Revenge),
                _ => StrikeOn(payload - Strike),
            };
            if (isOver)
            {
                return true;
            }
        }

        return false;
    }

    private bool AttackByTimer(int proxy)
    {
        events.Restart(proxy, events.Now + events.Exponential(AttackMeanDays));
        return Attack(proxy);
    }

    private bool Attack(int proxy)
    {
        var isDeadly = events.Uniform() < 0.40 && events.Uniform() < 0.08;
        if (isDeadly && RaiseRung())
        {
            return true;
        }

        if (events.Uniform() < (isDeadly ? 0.90 : 0.40))
        {
            events.Add(events.Now + events.StrikeDelay(), Strike + proxy);
        }

        return false;
    }

    private bool StrikeOn(int proxy)
    {
        Cancellations++;
        events.Restart(proxy, events.Now + events.Exponential(AttackMeanDays));
        for (var left = events.RevengeCount(); left > 0; left--)
        {
            events.Add(events.Now + events.Exponential(1), Revenge + proxy);
        }

        return events.Uniform() < 0.05 && RaiseRung();
    }

    private bool DecayRung()
    {
        rung--;
        if (rung > 0)
        {
            events.Restart(Decay, events.Now + events.Exponential(DecayMeanDays));
        }

        return false;
    }

    private bool RaiseRung()
    {
        rung++;
        if (rung == LastRung)
        {
            return true;
        }

        Cancellations += rung > 1 ? 1 : 0;
        events.Restart(Decay, events.Now + events.Exponential(DecayMeanDays));
        return false;
    }
}
