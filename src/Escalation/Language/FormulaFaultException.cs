namespace Escalation.Language;

/// <summary>An expression has no value: a division by zero, a result that is not finite, arithmetic with nothing, parameters
/// that a distribution cannot have, a count that is not whole. The message says what, with the values.</summary>
public sealed class FormulaFaultException : Exception
{
    /// <summary>A fault without a message.</summary>
    public FormulaFaultException()
    {
    }

    /// <summary>A fault.</summary>
    /// <param name="message">What has no value, with the values.</param>
    public FormulaFaultException(string message)
        : base(message)
    {
    }

    /// <summary>A fault with a cause.</summary>
    /// <param name="message">What has no value, with the values.</param>
    /// <param name="innerException">The cause.</param>
    public FormulaFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
