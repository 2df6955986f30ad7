namespace Escalation.Tests.Engine;

/// <summary>The event queue as one would write it without a thought of speed: a list, searched from end to end.</summary>
internal sealed class NaiveQueue
{
    private readonly List<(double Time, int Rank, int Number, int Slot)> entries = [];
    private int number;

    public double Now { get; private set; }

    public int Count => entries.Count;

    public bool IsPending(int slot) => entries.Exists(e => e.Slot == slot);

    public double PeekTime() => entries.Count > 0 ? entries.Min(e => e.Time) : double.PositiveInfinity;

    public void Schedule(double time, int slot, int rank = 0) => entries.Add((time, rank, ++number, slot));

    public bool Cancel(int slot) => entries.RemoveAll(e => e.Slot == slot) > 0;

    public void Clear()
    {
        entries.Clear();
        number = 0;
        Now = 0;
    }

    public bool TryNext(double horizon, out int slot)
    {
        slot = -1;
        if (PeekTime() > horizon || entries.Count == 0)
        {
            return false;
        }

        var next = entries.Min();
        entries.Remove(next);
        Now = next.Time;
        slot = next.Slot;
        return true;
    }
}
