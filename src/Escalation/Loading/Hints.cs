using Escalation.Language;

namespace Escalation.Loading;

/// <summary>The second sentence of a message: the nearest name, and what there is.</summary>
internal static class Hints
{
    /// <summary>What was perhaps meant by an unknown name.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="what">What the candidates are, in the plural and with a capital: "Levers of this file".</param>
    /// <param name="candidates">The names that could stand there.</param>
    /// <returns>The hint.</returns>
    public static string Near(string name, string what, IEnumerable<string> candidates)
    {
        var all = candidates.ToList();
        if (all.Count == 0)
        {
            return $"{what}: none";
        }

        var near = Suggestions.Nearest(name, all);
        return near is null ? $"{what}: {Quote.List(all)}" : $"did you mean '{Quote.Short(near)}'? {what}: {Quote.List(all)}";
    }
}
