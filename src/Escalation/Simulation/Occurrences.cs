namespace Escalation.Simulation;

/// <summary>What effects of one rule are counted by.</summary>
internal enum OccurrenceKind
{
    Act,
    Level,
    Switch,
}

/// <summary>Counts the effects of one rule by what they do, so that equal ones have luck of their own and an effect of another
/// kind, put before them, changes none of it.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<(OccurrenceKind Kind, int Index, int State), ulong> counts = [];

    /// <summary>How many of the kind came before; counts this one.</summary>
    public ulong Next(OccurrenceKind kind, int index, int state = 0)
    {
        var before = counts.GetValueOrDefault((kind, index, state));
        counts[(kind, index, state)] = before + 1;
        return before;
    }
}
