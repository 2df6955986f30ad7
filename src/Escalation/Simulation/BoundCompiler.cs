using System.Linq.Expressions;
using Escalation.Language;
using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Writes the code of a bound: each end is a local variable.</summary>
internal sealed class BoundCompiler : IBoundAlgebra<Expression>
{
    private readonly WorldEmitter emitter = new();
    private readonly ParameterExpression toDay = Parameter(typeof(double), "toDay");
    private readonly List<ParameterExpression> locals = [];
    private List<Expression> code = [];

    private BoundCompiler()
    {
    }

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.LastDay => toDay;

    /// <summary>Compiles the bound of a rate.</summary>
    /// <param name="node">The folded rate.</param>
    /// <param name="moving">What it reads that can move.</param>
    /// <returns>The bound of a rate that <see cref="BoundProbe"/> knows.</returns>
    public static RateBound Compile(Node node, Variable[] moving)
    {
        var compiler = new BoundCompiler();
        var ends = new BoundRules<Expression>(compiler, moving).Of(node)!.Value;
        compiler.code.Add(Expression.Multiply(ends.High, Constant(BoundCode.Slack)));
        var body = Block(compiler.locals, compiler.code);
        return Lambda<RateBound>(body, compiler.emitter.Context, compiler.toDay).Compile();
    }

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Value(Node node) => Local(FormulaCompiler.Emit(node, emitter));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Now(Variable variable) => Local(emitter.Read(variable));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.LevelOnLastDay(Variable variable) => Local(emitter.LevelAt(variable, toDay));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Add(Expression one, Expression other) => Local(Add(one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Subtract(Expression one, Expression other) => Local(Subtract(one, other));

    /// <inheritdoc/>
    Expression IBoundAlgebra<Expression>.Multiply(Expression one, Expression other) => Local(Multiply(one, other));

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
    Expression IBoundAlgebra<Expression>.Reciprocal(Ends<Expression> interval, Expression end, double unbounded)
    {
        var zero = Constant(0.0);
        var isClear = OrElse(GreaterThan(interval.Low, zero), LessThan(interval.High, zero));
        return Local(Condition(isClear, Divide(Constant(1.0), end), Constant(unbounded)));
    }

    /// <inheritdoc/>
    Ends<Expression>? IBoundAlgebra<Expression>.Choose(
        Node truth, Func<Ends<Expression>?> taken, Func<Ends<Expression>?> other)
    {
        var outer = code;
        var (low, high) = (NewLocal(), NewLocal());
        var branches = new List<Expression>[2];
        for (var branch = 0; branch < branches.Length; branch++)
        {
            code = branches[branch] = [];
            if ((branch == 0 ? taken() : other()) is not { } ends)
            {
                return null;
            }

            code.Add(Assign(low, ends.Low));
            code.Add(Assign(high, ends.High));
        }

        code = outer;
        code.Add(IfThenElse(FormulaCompiler.EmitTruth(truth, emitter), Block(branches[0]), Block(branches[1])));
        return new Ends<Expression>(low, high);
    }

    private ParameterExpression Local(Expression value)
    {
        var local = NewLocal();
        code.Add(Assign(local, value));
        return local;
    }

    private ParameterExpression NewLocal()
    {
        locals.Add(Variable(typeof(double)));
        return locals[^1];
    }
}
