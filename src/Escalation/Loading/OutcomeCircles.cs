using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Finds outcomes that are judged at the end and wait for each other: each is judged after those that it reads, so a
/// circle has no first one.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="outcomes">The outcomes, by index; null where one is broken.</param>
/// <param name="measures">The measures, by index; null where one is broken.</param>
internal sealed class OutcomeCircles(Draft draft, Outcome?[] outcomes, ImmutableArray<Measure?> measures)
{
    // Whoever follows a chain needs stack for each link.
    private const int LongestChain = 200;
    private const int MostNames = 12;

    private readonly bool[] isDone = new bool[outcomes.Length];
    private readonly List<int> underWay = [];

    /// <summary>Reports each circle once, at the outcome at which the walk met it.</summary>
    public void Refuse()
    {
        for (var outcome = 0; outcome < outcomes.Length; outcome++)
        {
            Visit(outcome);
        }
    }

    private void Visit(int index)
    {
        if (outcomes[index]?.AtEnd is not { } truth || isDone[index])
        {
            return;
        }

        if (underWay.Contains(index) || underWay.Count > LongestChain)
        {
            Report(index, truth);
            return;
        }

        underWay.Add(index);
        foreach (var other in OutcomesOf(truth))
        {
            Visit(other);
        }

        underWay.RemoveAt(underWay.Count - 1);
        isDone[index] = true;
    }

    private void Report(int index, Formula truth)
    {
        var circle = underWay.SkipWhile(other => other != index).Append(index).Take(MostNames)
            .Select(other => draft.Outcomes.Names[other]);
        draft.List.Error(
            truth.Where,
            underWay.Contains(index) ? $"outcome '{draft.Outcomes.Names[index]}' waits for itself: {string.Join(" → ", circle)}"
                : FormattableString.Invariant($"outcomes read each other in a chain of more than {LongestChain}"),
            "'at_end' may read other outcomes, but not in a circle");
    }

    // Also through measures that are expressions.
    private IEnumerable<int> OutcomesOf(Formula truth)
    {
        var seen = new HashSet<int>();
        var open = new Stack<Formula>([truth]);
        while (open.TryPop(out var formula))
        {
            foreach (var variable in Walk.Variables(formula.Root))
            {
                if (variable.Kind == VariableKind.Outcome)
                {
                    yield return variable.Index;
                }
                else if (variable.Kind == VariableKind.Measure && seen.Add(variable.Index)
                    && measures[variable.Index]?.Value is { } value)
                {
                    open.Push(value);
                }
            }
        }
    }
}
