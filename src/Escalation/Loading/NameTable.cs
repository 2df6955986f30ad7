namespace Escalation.Loading;

/// <summary>Names in the order in which they were declared, found by name.</summary>
internal sealed class NameTable
{
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>The names, by index.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>How many there are.</summary>
    public int Count => names.Count;

    /// <summary>Adds a name, unless it is there.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Its index.</returns>
    public int Add(string name)
    {
        if (indices.TryGetValue(name, out var index))
        {
            return index;
        }

        indices.Add(name, names.Count);
        names.Add(name);
        return names.Count - 1;
    }

    /// <summary>Finds a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Its index, or −1.</returns>
    public int Find(string name) => indices.GetValueOrDefault(name, -1);
}
