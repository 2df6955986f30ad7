using System.Collections.Immutable;
using Escalation.Simulation;

namespace Escalation.Report.Stories;

/// <summary>What brought about what in a history. A cause always has a lower number than its effects.</summary>
internal static class Causes
{
    /// <summary>A line of the trace, what caused it, what caused that, and so on back to what nothing caused.</summary>
    /// <param name="history">The history.</param>
    /// <param name="number">The number of the line; 0: none.</param>
    /// <returns>Numbers of lines, from the latest to the first.</returns>
    internal static ImmutableArray<int> Chain(History history, int number)
    {
        var chain = ImmutableArray.CreateBuilder<int>();
        for (; number > 0; number = history.Entries[number - 1].Cause)
        {
            chain.Add(number);
        }

        return chain.ToImmutable();
    }

    /// <summary>For each line of the trace the number of the act that brought it about, itself aside: by a decision, a condition
    /// or an outcome, or straight; 0 if none did.</summary>
    /// <param name="history">The history.</param>
    /// <returns>Numbers by place: that of line n stands at n.</returns>
    internal static int[] ActsBehind(History history)
    {
        var behind = new int[history.Entries.Count + 1];
        foreach (var entry in history.Entries.Where(entry => entry.Cause > 0))
        {
            behind[entry.Id] = history.Entries[entry.Cause - 1].Kind == TraceKind.Act ? entry.Cause : behind[entry.Cause];
        }

        return behind;
    }
}
