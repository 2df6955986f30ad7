namespace Escalation.Simulation;

/// <summary>What all threads share and make when it is first wanted, once each.</summary>
/// <typeparam name="T">What it is.</typeparam>
internal sealed class Shared<T>
{
    private readonly Dictionary<string, T> known = [];
    private readonly Lock guard = new();

    /// <summary>The one of a name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="make">Makes it.</param>
    public T Of(string name, Func<T> make)
    {
        lock (guard)
        {
            if (!known.TryGetValue(name, out var one))
            {
                known[name] = one = make();
            }

            return one;
        }
    }
}
