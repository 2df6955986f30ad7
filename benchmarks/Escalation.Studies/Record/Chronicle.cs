using Escalation.Simulation;

namespace Escalation.Studies.Record;

/// <summary>One history as an observer would write it down: the acts in order of time, and when the understanding held.</summary>
internal sealed class Chronicle
{
    /// <summary>Reads it off a trace.</summary>
    /// <param name="program">The program that was run.</param>
    /// <param name="trace">The trace of one history.</param>
    /// <param name="days">Its length.</param>
    public Chronicle(ScenarioProgram program, Trace trace, double days)
    {
        Days = days;
        var (deeds, switches, outcomes) = (new List<Deed>(), new List<ConditionSwitch>(), new HashSet<string>());

        // The act that each line stems from, by the number of the line.
        var acts = new Deed?[trace.Entries.Count + 1];
        foreach (var entry in trace.Entries)
        {
            acts[entry.Id] = acts[entry.Cause];
            switch (entry.Kind)
            {
                case TraceKind.Act:
                    deeds.Add(acts[entry.Id] = Read(program, entry, acts[entry.Cause]));
                    break;
                case TraceKind.Switch:
                    var condition = program.Scenario.Conditions[entry.Subject];
                    switches.Add(new ConditionSwitch(entry.Day, condition.Name, condition.States[entry.State]));
                    break;
                case TraceKind.Outcome:
                    outcomes.Add(program.Scenario.Outcomes[entry.Subject].Name);
                    break;
                default:
                    break;
            }
        }

        (Deeds, Switches, Outcomes) = (deeds, switches, outcomes);
    }

    /// <summary>The acts, in order of time.</summary>
    public IReadOnlyList<Deed> Deeds { get; }

    /// <summary>The changes of conditions, in order of time.</summary>
    public IReadOnlyList<ConditionSwitch> Switches { get; }

    /// <summary>The outcomes that were reached on the way.</summary>
    public IReadOnlySet<string> Outcomes { get; }

    /// <summary>The length of the history.</summary>
    public double Days { get; }

    /// <summary>The attacks on US troops.</summary>
    public IEnumerable<Deed> Attacks => Deeds.Where(deed => deed.IsAttack);

    /// <summary>The deliberate US strikes.</summary>
    public IEnumerable<Deed> Operations => Deeds.Where(deed => deed.IsOperation);

    /// <summary>How many attacks fall into a stretch of days, its end included.</summary>
    public int AttacksBetween(double afterDay, double untilDay) =>
        Attacks.Count(attack => attack.Day > afterDay && attack.Day <= untilDay);

    /// <summary>The stretches of days in which a condition has a state.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="state">The state.</param>
    /// <param name="isAtStart">Whether it has it at the start.</param>
    public IEnumerable<(double FromDay, double UntilDay)> Stretches(string condition, string state, bool isAtStart)
    {
        double? since = isAtStart ? 0 : null;
        foreach (var change in Switches.Where(change => change.Condition == condition))
        {
            if (since is { } from)
            {
                yield return (from, change.Day);
            }

            since = change.State == state ? change.Day : null;
        }

        if (since is { } last)
        {
            yield return (last, Days);
        }
    }

    private static Deed Read(ScenarioProgram program, TraceEntry entry, Deed? cause)
    {
        var scenario = program.Scenario;
        var rule = program.RuleNames[entry.Rule];
        return new Deed(
            entry.Day,
            scenario.Actors[entry.Actor].Name,
            scenario.Actions[entry.Action].Name,
            entry.Target >= 0 ? scenario.Actors[entry.Target].Name : "",
            rule[(rule.IndexOf('.', StringComparison.Ordinal) + 1)..],
            cause,
            entry.Fields.ToDictionary(field => scenario.FieldNames[field.Field], field => field.Value));
    }
}

/// <summary>A condition changes its state.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Condition">The condition.</param>
/// <param name="State">Its new state.</param>
internal sealed record ConditionSwitch(double Day, string Condition, string State);
