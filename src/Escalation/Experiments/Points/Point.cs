using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>A point of an experiment: a value for every parameter of the scenario.</summary>
/// <param name="Values">One a parameter, in the order of the scenario, in days or a day where it has a unit; NaN where its prior
/// is drawn once a replication.</param>
public sealed record Point(ImmutableArray<double> Values)
{
    /// <summary>Number of the replication whose luck its first one has, not negative. Points that begin with the same one have
    /// the same luck.</summary>
    public long FirstReplication { get; init; }

    /// <summary>Says whether two points give the same histories: their values are equal, place by place, and so is their
    /// luck.</summary>
    /// <param name="other">Another point.</param>
    public bool Equals(Point? other) => other is not null
        && FirstReplication == other.FirstReplication
        && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(FirstReplication);
        foreach (var value in Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
