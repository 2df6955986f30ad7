using System.Collections.Immutable;

namespace Escalation.Results;

/// <summary>What was run, by what, where and when: the facts that do not follow from scenario and seed.</summary>
public sealed record Manifest
{
    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>The command line after the name of the program.</summary>
    public required ImmutableArray<string> Command { get; init; }

    /// <summary>Path of the scenario file, as given.</summary>
    public required string ScenarioPath { get; init; }

    /// <summary>SHA-256 of its bytes, 64 hexadecimal digits.</summary>
    public required string ScenarioSha256 { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Replications that were asked for.</summary>
    public required long Replications { get; init; }

    /// <summary>Replications that are done.</summary>
    public required long ReplicationsDone { get; init; }

    /// <summary>Twins that were asked for: as many as replications, or none.</summary>
    public required long Twins { get; init; }

    /// <summary>Twins that are done.</summary>
    public long TwinsDone { get; init; }

    /// <summary>Threads that worked.</summary>
    public required int Threads { get; init; }

    /// <summary>Title of the case, if one was chosen.</summary>
    public required string? Case { get; init; }

    /// <summary>Settings as given, <c>name=value</c>.</summary>
    public required ImmutableArray<string> Settings { get; init; }

    /// <summary>True if uncertainties were drawn from their priors.</summary>
    public required bool IsSampled { get; init; }

    /// <summary>The precision that was asked for, as given; null: none was, and the replications were fixed beforehand.</summary>
    public string? Precision { get; init; }

    /// <summary>True if it was reached: then as many replications count as asked for as it took. Null before the end.</summary>
    public bool? IsPrecisionReached { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When it was written; null while it is under way.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>True if all replications and twins that were asked for are done and written.</summary>
    public bool IsComplete => End is not null && ReplicationsDone == Replications && TwinsDone == Twins;
}
