using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Tests.Language;

/// <summary>Values of the variables of <see cref="TestScope"/>, by position.</summary>
internal sealed class TestReadings(ImmutableArray<double> values) : IReadings
{
    public double Read(Variable variable) => variable.Kind == VariableKind.Condition ? 1 : values[Index(variable)];

    public static int Index(Variable variable)
    {
        for (var index = 0; index < TestScope.All.Length; index++)
        {
            if (TestScope.All[index].Variable == variable)
            {
                return index;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(variable), variable, "Not in the scope.");
    }
}

/// <summary>What compiled expressions read in tests.</summary>
internal sealed class TestContext
{
    public static readonly FieldInfo StreamField = typeof(TestContext)
        .GetField(nameof(Stream), BindingFlags.Instance | BindingFlags.Public)!;

    public static readonly PropertyInfo ValuesProperty = typeof(TestContext).GetProperty(nameof(Values))!;

#pragma warning disable CA1051 // A stream is passed by reference, which a property cannot be.
    public KeyedStream Stream;
#pragma warning restore CA1051

    public double[] Values { get; init; } = new double[TestScope.All.Length];
}

/// <summary>Lets compiled expressions read a <see cref="TestContext"/>.</summary>
internal sealed class TestEmitter : IVariableEmitter
{
    public Expression Stream => Expression.Field(Context, TestContext.StreamField);

    public ParameterExpression Context { get; } = Expression.Parameter(typeof(TestContext), "context");

    public Expression Read(Variable variable) => variable.Kind == VariableKind.Condition ? Expression.Constant(1.0)
        : Expression.ArrayIndex(Expression.Property(Context, TestContext.ValuesProperty),
            Expression.Constant(TestReadings.Index(variable)));
}

/// <summary>What came of an evaluation: bits and the stream afterwards, or a fault.</summary>
internal sealed record Evaluated(long? Bits, KeyedStream Stream)
{
    public override string ToString() => Bits is { } bits ? $"{BitConverter.Int64BitsToDouble(bits):R}" : "fault";

    public static Evaluated Interpreted(Node tree, ImmutableArray<double> values, ulong luck)
    {
        var stream = new KeyedStream(luck);
        try
        {
            var value = Interpreter.Evaluate(tree, new TestReadings(values), ref stream);
            return new Evaluated(BitConverter.DoubleToInt64Bits(value), stream);
        }
        catch (FormulaFaultException)
        {
            return new Evaluated(null, default);
        }
    }

    public static Evaluated Compiled(Node tree, ImmutableArray<double> values, ulong luck) =>
        Called(FormulaCompiler.Compile<TestContext>(tree, new TestEmitter()), values, luck);

    public static Evaluated Called(Func<TestContext, double> code, ImmutableArray<double> values, ulong luck)
    {
        var context = new TestContext { Values = [.. values], Stream = new KeyedStream(luck) };
        try
        {
            return new Evaluated(BitConverter.DoubleToInt64Bits(code(context)), context.Stream);
        }
        catch (FormulaFaultException)
        {
            return new Evaluated(null, default);
        }
    }
}
