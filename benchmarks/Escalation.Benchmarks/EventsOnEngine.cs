using Escalation.Engine;

namespace Escalation.Benchmarks;

/// <summary>W2's needs on the Engine's public interface: timers have slots of their own, other events take a free one.</summary>
internal struct EventsOnEngine : IPendingEvents
{
    private const int Timers = 5;
    private static readonly double NoRevenge = PoissonVariate.ChanceOfNone(0.9);

    private readonly EventQueue queue = new();
    private int[] payloads = new int[64];
    private int[] free = new int[64];
    private int freeCount;
    private int used;
    private KeyedStream stream;

    public EventsOnEngine(int seed)
    {
        stream = new KeyedStream(Key.Mix((ulong)seed));
        Clear();
    }

    public readonly double Now => queue.Now;

    public void Clear()
    {
        queue.Clear();
        freeCount = 0;
        used = Timers;
    }

    public void Add(double time, int payload)
    {
        var slot = freeCount > 0 ? free[--freeCount] : used++;
        if (slot >= payloads.Length)
        {
            Array.Resize(ref payloads, 2 * slot);
            Array.Resize(ref free, 2 * slot);
        }

        payloads[slot] = payload;
        queue.Schedule(time, slot);
    }

    public readonly void Restart(int timer, double time) => queue.Reschedule(timer, time);

    public bool TryNext(double horizon, out int payload)
    {
        if (!queue.TryNext(horizon, out payload))
        {
            return false;
        }

        if (payload >= Timers)
        {
            free[freeCount++] = payload;
            payload = payloads[payload];
        }

        return true;
    }

    public double Uniform() => stream.NextUniform();

    public double Exponential(double mean) => ExponentialVariate.Draw(ref stream, mean);

    public double StrikeDelay() => 2 * Engine.Exponential.Of(0.5 * NormalVariate.DrawUnit(ref stream));

    public int RevengeCount() => (int)PoissonVariate.DrawPrepared(ref stream, 0.9, NoRevenge);
}
