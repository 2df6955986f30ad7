using System.Linq.Expressions;
using Escalation.Language;
using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Writes the code of a bound: each end, and each truth about ends, is a local variable.</summary>
internal sealed class BoundCompiler : IBoundAlgebra<Expression>
{
    private readonly WorldEmitter emitter = new();
    private readonly ParameterExpression toDay = Parameter(typeof(double), "toDay");
    private readonly ParameterExpression isChecked = Parameter(typeof(bool), "isChecked");
    private readonly List<ParameterExpression> locals = [];
    private List<Expression> code = [];

    private BoundCompiler()
    {
    }

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.True => Constant(true);

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.LastDay => toDay;

    /// <summary>Compiles the bound of a rate.</summary>
    /// <param name="node">The folded rate, of which <see cref="BoundRules{T}"/> knows every part.</param>
    /// <param name="moving">What it reads that can move.</param>
    public static RateBound Compile(Node node, Variable[] moving)
    {
        var compiler = new BoundCompiler();
        var high = new BoundRules<Expression>(compiler, moving).HighOfRate(node, compiler.isChecked);
        compiler.code.Add(Multiply(high, Constant(BoundCode.Slack)));
        var body = Block(compiler.locals, compiler.code);
        return Lambda<RateBound>(body, compiler.emitter.Context, compiler.toDay, compiler.isChecked).Compile();
    }

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Constant(double number) => Constant(number);

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Value(Node node) => Local(FormulaCompiler.Emit(node, emitter));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Now(Variable variable) => Local(emitter.Read(variable));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.EndOfLevel(Variable variable, bool isHigh) => Local(emitter.OfLevel(
        isHigh ? nameof(World.HighestLevel) : nameof(World.LowestLevel), variable, toDay));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.IsNeverNegative(Variable level) =>
        Local(emitter.OfLevel(nameof(World.IsNeverNegative), level));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Add(Expression one, Expression other) => Local(Add(one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Subtract(Expression one, Expression other) => Local(Subtract(one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Multiply(Expression one, Expression other) => Local(Multiply(one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Divide(Expression one, Expression other) => Local(Divide(one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Negate(Expression one) => Local(Negate(one));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Least(Expression one, Expression other) =>
        Local(Call(new Func<double, double, double>(Math.Min).Method, one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Greatest(Expression one, Expression other) =>
        Local(Call(new Func<double, double, double>(Math.Max).Method, one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Apply(Func<double, double> function, Expression argument) =>
        Local(Call(function.Method, argument));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.IsAtLeastZero(Expression end) => end is ConstantExpression { Value: double number }
        ? Constant(number >= 0)
        : Local(GreaterThanOrEqual(end, Constant(0.0)));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.IsAboveZero(Expression end) => end is ConstantExpression { Value: double number }
        ? Constant(number > 0)
        : Local(GreaterThan(end, Constant(0.0)));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.And(Expression one, Expression other) => (one, other) switch
    {
        (ConstantExpression { Value: true }, _) => other,
        (_, ConstantExpression { Value: true }) => one,
        _ => Local(And(one, other)),
    };

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Or(Expression one, Expression other) =>
        one is ConstantExpression { Value: true } || other is ConstantExpression { Value: true }
            ? Constant(true)
            : Local(Or(one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Not(Expression truth) => Local(Not(truth));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Truth(Node node) => Local(FormulaCompiler.EmitTruth(node, emitter));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.If(Expression truth, Func<Expression> taken, Func<Expression> other)
    {
        if (truth is ConstantExpression { Value: bool isTrue })
        {
            return isTrue ? taken() : other();
        }

        var outer = code;
        var (takenCode, takenResult) = Branch(taken);
        var (otherCode, otherResult) = Branch(other);
        code = outer;
        var result = NewLocal(takenResult.Type);
        code.Add(IfThenElse(
            truth,
            Block([.. takenCode, Assign(result, takenResult)]),
            Block([.. otherCode, Assign(result, otherResult)])));
        return result;
    }

    private (List<Expression> Code, Expression Result) Branch(Func<Expression> branch)
    {
        code = [];
        var result = branch();
        return (code, result);
    }

    // A known number stays one, so that what follows from it is known too.
    private Expression Local(Expression value)
    {
        if (value is ConstantExpression)
        {
            return value;
        }

        var local = NewLocal(value.Type);
        code.Add(Assign(local, value));
        return local;
    }

    private ParameterExpression NewLocal(Type type)
    {
        locals.Add(Variable(type));
        return locals[^1];
    }
}
