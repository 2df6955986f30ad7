using Escalation.Language;

namespace Escalation.Loading;

/// <summary>The second sentence of a message: the nearest name, and what there is.</summary>
internal static class Hints
{
    private const int MaximumLength = 80;
    private const int MaximumCandidates = 2000;

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

        var near = Nearest(name, all);
        return near is null ? $"{what}: {Quote.List(all)}" : $"did you mean '{Quote.Short(near)}'? {what}: {Quote.List(all)}";
    }

    /// <summary>The nearest name. Names that nobody would type are passed over: comparing is quadratic in their length.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that could stand there.</param>
    /// <returns>The nearest one, or null.</returns>
    public static string? Nearest(string name, IEnumerable<string> candidates) => name.Length > MaximumLength
        ? null
        : Suggestions.Nearest(name, candidates.Where(candidate => candidate.Length <= MaximumLength).Take(MaximumCandidates));
}
