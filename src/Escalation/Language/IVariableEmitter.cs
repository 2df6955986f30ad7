using System.Linq.Expressions;

namespace Escalation.Language;

/// <summary>Says the compiler where a compiled expression finds what it reads.</summary>
public interface IVariableEmitter
{
    /// <summary>A <see cref="Engine.KeyedStream"/> that can be passed by reference: a field of the context.</summary>
    Expression Stream { get; }

    /// <summary>The one parameter of the delegate.</summary>
    ParameterExpression Context { get; }

    /// <summary>A read of a variable.</summary>
    /// <param name="variable">What is read.</param>
    /// <returns>An expression of type double without side effects.</returns>
    Expression Read(Variable variable);
}
