using System.Linq.Expressions;

namespace Escalation.Language;

/// <summary>Compiles expressions to machine code. A compiled expression gives the same bits, draws and faults as the
/// interpreter.</summary>
public static class FormulaCompiler
{
    /// <summary>Compiles an expression to a delegate of its own.</summary>
    /// <param name="node">The expression; fold it first.</param>
    /// <param name="emitter">Where it finds what it reads.</param>
    /// <typeparam name="TContext">The type of the emitter's context.</typeparam>
    /// <returns>A delegate that gives the value, or throws a <see cref="FormulaFaultException"/>; it does not allocate.</returns>
    public static Func<TContext, double> Compile<TContext>(Node node, IVariableEmitter emitter)
        where TContext : class =>
        Expression.Lambda<Func<TContext, double>>(Emit(node, emitter), emitter.Context).Compile();

    /// <summary>The code of an expression, for callers that build larger delegates.</summary>
    /// <param name="node">The expression; fold it first.</param>
    /// <param name="emitter">Where it finds what it reads.</param>
    /// <returns>An expression of type double, which throws a <see cref="FormulaFaultException"/> where there is no
    /// value.</returns>
    public static Expression Emit(Node node, IVariableEmitter emitter) => new FormulaEmitter(emitter).Checked(node);

    /// <summary>The code of a truth, for callers that build larger delegates.</summary>
    /// <param name="node">The expression; a number other than 0 is true.</param>
    /// <param name="emitter">Where it finds what it reads.</param>
    /// <returns>An expression of type bool, which throws a <see cref="FormulaFaultException"/> where there is no value.</returns>
    public static Expression EmitTruth(Node node, IVariableEmitter emitter) => new FormulaEmitter(emitter).Truth(node);
}
