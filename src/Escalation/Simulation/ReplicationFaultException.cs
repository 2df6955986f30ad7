using System.Collections.Immutable;

namespace Escalation.Simulation;

/// <summary>A replication could not be finished: a division by zero, an illegal parameter of a distribution, rules that feed
/// each other without end. The message is complete: it names rule, values, day and replication.</summary>
public sealed class ReplicationFaultException : Exception
{
    /// <summary>Makes a fault.</summary>
    /// <param name="message">The complete message.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <param name="day">Day on which it happened.</param>
    /// <param name="rules">The rules concerned, as <c>actor.title</c>.</param>
    /// <param name="innerException">What was found, if it was an expression.</param>
    public ReplicationFaultException(
        string message, long replication, double day, ImmutableArray<string> rules, Exception? innerException = null)
        : base(message, innerException)
    {
        Replication = replication;
        Day = day;
        Rules = rules;
    }

    /// <summary>Makes a fault without a place.</summary>
    public ReplicationFaultException()
        : this("A replication failed.")
    {
    }

    /// <summary>Makes a fault without a place.</summary>
    /// <param name="message">The message.</param>
    public ReplicationFaultException(string message)
        : this(message, replication: 0, day: 0, rules: [])
    {
    }

    /// <summary>Makes a fault without a place.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">What was found.</param>
    public ReplicationFaultException(string message, Exception innerException)
        : this(message, replication: 0, day: 0, rules: [], innerException)
    {
    }

    /// <summary>Number of the replication.</summary>
    public long Replication { get; }

    /// <summary>Day on which it happened.</summary>
    public double Day { get; }

    /// <summary>The rules concerned, as <c>actor.title</c>.</summary>
    public ImmutableArray<string> Rules { get; } = [];
}
