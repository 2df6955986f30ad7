namespace Escalation.Simulation;

/// <summary>A checked scenario cannot be made ready to run with the values that were chosen; the message is complete.</summary>
public sealed class ScenarioFaultException : Exception
{
    /// <summary>Makes a fault.</summary>
    public ScenarioFaultException()
        : this("The scenario cannot be made ready to run.")
    {
    }

    /// <summary>Makes a fault.</summary>
    /// <param name="message">The complete message.</param>
    public ScenarioFaultException(string message)
        : base(message)
    {
    }

    /// <summary>Makes a fault.</summary>
    /// <param name="message">The complete message.</param>
    /// <param name="innerException">What was found.</param>
    public ScenarioFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
