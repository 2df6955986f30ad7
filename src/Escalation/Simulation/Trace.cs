using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>What a line of a trace tells.</summary>
public enum TraceKind
{
    /// <summary>An actor did something.</summary>
    Act,

    /// <summary>An actor learnt of an act later than it happened, or without knowing who did it.</summary>
    Report,

    /// <summary>A rule was activated and waits for its delay.</summary>
    Decision,

    /// <summary>An activation was dropped.</summary>
    Drop,

    /// <summary>An own level was changed by a rule.</summary>
    Level,

    /// <summary>A condition switched.</summary>
    Switch,

    /// <summary>An outcome was reached.</summary>
    Outcome,

    /// <summary>A note of a rule.</summary>
    Note,
}

/// <summary>A field of an act and its value.</summary>
/// <param name="Field">Index of the field's name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct TraceField(int Field, double Value);

/// <summary>One line of a history.</summary>
public sealed record TraceEntry
{
    /// <summary>Running number within the history, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>Days since the start.</summary>
    public required double Day { get; init; }

    /// <summary>What it tells.</summary>
    public required TraceKind Kind { get; init; }

    /// <summary>Index of the actor who acts, hears or changes; −1 for nobody.</summary>
    public int Actor { get; init; } = -1;

    /// <summary>Index of the action; −1 for none.</summary>
    public int Action { get; init; } = -1;

    /// <summary>Index of the target; −1 for none.</summary>
    public int Target { get; init; } = -1;

    /// <summary>Fields of the act.</summary>
    public ImmutableArray<TraceField> Fields { get; init; } = [];

    /// <summary>Index of the rule (<see cref="ScenarioProgram.RuleNames"/>) behind it; −1 for none.</summary>
    public int Rule { get; init; } = -1;

    /// <summary>Id of the line that caused it; 0 for own initiative.</summary>
    public int Cause { get; init; }

    /// <summary>Index of the level name, condition or outcome that it is about; −1 for none.</summary>
    public int Subject { get; init; } = -1;

    /// <summary>For a switch the new state; for a report 1 if the doer is known.</summary>
    public int State { get; init; } = -1;

    /// <summary>Value before.</summary>
    public double Before { get; init; }

    /// <summary>Value after; for a decision the day on which it will be executed.</summary>
    public double After { get; init; }

    /// <summary>Why an activation was dropped.</summary>
    public DropReason? Reason { get; init; }

    /// <summary>The text of a note.</summary>
    public string Text { get; init; } = "";
}

/// <summary>That a measure took in what a line of the trace tells.</summary>
/// <param name="Measure">Index of the measure.</param>
/// <param name="Entry">Id of the line: an act, a condition that switched, an outcome, or a drop.</param>
/// <param name="Value">What it added to a sum, or held against an extreme; else 1.</param>
/// <param name="ExpiryDay">The last day on which the window of the measure holds it; +∞ without a window.</param>
/// <param name="FrozenDay">The day at which the measure is frozen; +∞ if it never is.</param>
public readonly record struct TracedCount(int Measure, int Entry, double Value, double ExpiryDay, double FrozenDay);

/// <summary>Collects the lines of one history. Tracing never changes a result.</summary>
public sealed class Trace
{
    private readonly List<TraceEntry> entries = [];
    private readonly List<TracedCount> counted = [];
    private readonly Action<TraceEntry>? reader;

    /// <summary>Makes a trace that keeps all lines.</summary>
    public Trace()
    {
    }

    /// <summary>Makes a trace that keeps nothing and hands on each line as it is written: a history may have millions.</summary>
    /// <param name="reader">Takes the lines, in order.</param>
    public Trace(Action<TraceEntry> reader) => this.reader = reader;

    /// <summary>The lines that were kept, in order of happening.</summary>
    public IReadOnlyList<TraceEntry> Entries => entries;

    /// <summary>What measures took in, in order of happening; like the lines, only if they are kept.</summary>
    public IReadOnlyList<TracedCount> Counted => counted;

    internal int NextId { get; private set; } = 1;

    internal void Add(TraceEntry entry)
    {
        NextId++;
        if (reader is null)
        {
            entries.Add(entry);
        }
        else
        {
            reader(entry);
        }
    }

    // What is measured is always what the latest line tells: a line is written before its measures are asked.
    internal void Count(int measure, double value, double expiryDay, double frozenDay)
    {
        if (reader is null)
        {
            counted.Add(new TracedCount(measure, NextId - 1, value, expiryDay, frozenDay));
        }
    }
}
