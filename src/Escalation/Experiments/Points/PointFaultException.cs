using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>A replication of a point failed.</summary>
public sealed class PointFaultException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="PointFaultException"/> class without a message.</summary>
    public PointFaultException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PointFaultException"/> class.</summary>
    /// <param name="message">What happened.</param>
    public PointFaultException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PointFaultException"/> class.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The fault.</param>
    public PointFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal PointFaultException(Point point, Exception fault)
        : base(fault.Message, fault) => Point = point;

    /// <summary>The point; null if nobody said which.</summary>
    public Point? Point { get; }

    /// <summary>The fault of the replication; null if the scenario cannot be run at this point at all.</summary>
    public ReplicationFaultException? Fault => InnerException as ReplicationFaultException;
}
