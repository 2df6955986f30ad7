using System.Collections.Immutable;

namespace Escalation.Simulation;

/// <summary>What a column of the results holds.</summary>
public enum ColumnKind
{
    /// <summary>1 if the outcome came true, else 0.</summary>
    Outcome,

    /// <summary>The day on which the outcome was reached; empty if it was not, or is judged at the end.</summary>
    OutcomeDay,

    /// <summary>The value of a measure at the end; empty for the worth of nothing.</summary>
    Measure,

    /// <summary>The horizon, or the day on which an outcome ended the replication.</summary>
    EndedDay,

    /// <summary>The number of acts.</summary>
    Events,

    /// <summary>The index of the highest rung reached; empty if none was.</summary>
    HighestRung,
}

/// <summary>A column of the results: one number a replication.</summary>
/// <param name="Name">Its name, as in the header of the table.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Index">Index of the outcome or measure, else −1.</param>
public sealed record RowColumn(string Name, ColumnKind Kind, int Index);

/// <summary>The sampled paths of a run.</summary>
/// <param name="EveryDays">Days between samples.</param>
/// <param name="SampleCount">Samples a replication; sample i is taken at day i · <paramref name="EveryDays"/>.</param>
/// <param name="Labels">One label a path.</param>
public sealed record SeriesPlan(double EveryDays, int SampleCount, ImmutableArray<string> Labels);
