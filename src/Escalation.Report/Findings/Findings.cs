using System.Collections.Immutable;
using Escalation.Charts;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>What an experiment found, ready to be shown: on a terminal, as files, as a page.</summary>
public sealed record Findings
{
    /// <summary>The verb: <c>sweep</c>, <c>compare</c>, …</summary>
    public required string Experiment { get; init; }

    /// <summary>The name of the scenario.</summary>
    public required string ScenarioName { get; init; }

    /// <summary>The answer in a sentence or two.</summary>
    public required string Answer { get; init; }

    /// <summary>What else a reader must know: how sure, how made, what it would take; a paragraph each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Tables for people.</summary>
    public ImmutableArray<FindingsTable> Tables { get; init; } = [];

    /// <summary>Tables for programs; the first is the main one.</summary>
    public required ImmutableArray<DataTable> Data { get; init; }

    /// <summary>The charts.</summary>
    public ImmutableArray<Chart> Charts { get; init; } = [];
}

/// <summary>A table for people.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Heads of its columns, and whether they hold numbers.</param>
/// <param name="Rows">One text a column.</param>
public sealed record FindingsTable(
    string Caption, ImmutableArray<(string Head, bool IsNumber)> Columns, ImmutableArray<string[]> Rows);
