using Escalation.Engine;

namespace Escalation.Tests.Simulation.Random;

/// <summary>The choices behind a random scenario, all from one seed.</summary>
/// <param name="seed">Any number.</param>
internal sealed class Luck(ulong seed)
{
    private KeyedStream stream = new(Key.Derive(seed, Key.OfName("random scenario")));

    /// <summary>True with a chance.</summary>
    public bool Is(double chance) => stream.NextUniform() < chance;

    /// <summary>A whole number from 0, less than a count.</summary>
    public int Below(int count) => (int)(stream.NextUniform() * count);

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>One of several.</summary>
    public T Of<T>(params ReadOnlySpan<T> options) => options[Below(options.Length)];
}
