using System.Collections.Immutable;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Experiments;

/// <summary>The map from a uniform number to a value of an uncertainty that follows its prior: what turns a coordinate of a
/// design into a value.</summary>
/// <remarks>
/// <para>A prior that draws once is supported, also as a part of an expression: <c>clip(normal(mean=1, sd=2), 0, 3)</c> takes the
/// quantile of the draw and computes on. One without a draw is a constant. One that draws twice or more would need as many
/// uniform numbers: <see cref="Obstacle"/> says so.</para>
/// <para>The law is that of the engine's own draws; a single value is not, as the engine draws in other ways. Immutable.</para>
/// </remarks>
public sealed class PriorQuantile
{
    private readonly Node root;
    private readonly DrawNode? draw;

    private PriorQuantile(Node root, DrawNode? draw) => (this.root, this.draw) = (root, draw);

    /// <summary>Gets a value indicating whether the prior reads no lever and no other uncertainty, so that
    /// <see cref="At(double)"/> needs none.</summary>
    public bool IsConstant => !Contains<VariableNode>(root);

    /// <summary>Gets the distribution that is drawn from; null if the prior is a constant or an expression without
    /// luck.</summary>
    public Distribution? Distribution => draw?.Distribution;

    /// <summary>Says why a prior has no quantile function.</summary>
    /// <param name="prior">The prior.</param>
    /// <returns>A clause, or null if it has one.</returns>
    public static string? Obstacle(Formula prior)
    {
        ArgumentNullException.ThrowIfNull(prior);
        var draws = Draws(prior.Root).ToList();
        return draws.Count > 1
                ? FormattableString.Invariant($"it draws in {draws.Count} places, and one number decides one draw only")
            : draws.Count == 1 && !DistributionQuantile.Exists(draws[0].Distribution)
                ? $"'{draws[0].Distribution.Name}' has no quantile function"
            : null;
    }

    /// <summary>The quantile function of a prior.</summary>
    /// <param name="prior">The prior.</param>
    /// <returns>The function.</returns>
    /// <exception cref="ArgumentException"><see cref="Obstacle"/> says why there is none.</exception>
    public static PriorQuantile Of(Formula prior) => Obstacle(prior) is { } obstacle
        ? throw new ArgumentException($"The prior '{prior.Text}' has no quantile function: {obstacle}.", nameof(prior))
        : new(prior.Root, Draws(prior.Root).SingleOrDefault());

    /// <summary>The value at a uniform number, for a prior that reads nothing.</summary>
    /// <param name="u">Between 0 and 1. At 0 and 1 the ends of the law, which may be infinite.</param>
    /// <returns>The value: days for a duration, a day for a rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">u is not from 0 to 1.</exception>
    /// <exception cref="InvalidOperationException">The prior reads other parameters.</exception>
    /// <exception cref="FormulaFaultException">The expression has no value there.</exception>
    public double At(double u) => IsConstant
        ? At(u, [])
        : throw new InvalidOperationException("The prior reads other parameters, whose values must be given.");

    /// <summary>The value at a uniform number, where the prior reads levers and uncertainties.</summary>
    /// <param name="u">Between 0 and 1. At 0 and 1 the ends of the law, which may be infinite.</param>
    /// <param name="parameters">Values by index of the parameter, as the scenario has them; those that stand after this one are
    /// not read.</param>
    /// <returns>The value: days for a duration, a day for a rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException">u is not from 0 to 1.</exception>
    /// <exception cref="FormulaFaultException">The distribution cannot have these parameters, or the expression has no value
    /// there.</exception>
    public double At(double u, ImmutableArray<double> parameters)
    {
        if (!(u >= 0 && u <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(u), u, "A uniform number lies from 0 to 1.");
        }

        var readings = new ParameterReadings(parameters);
        var none = default(KeyedStream);
        if (draw is null)
        {
            return Interpreter.Evaluate(root, readings, ref none);
        }

        var arguments = new double[draw.Parameters.Length];
        for (var place = 0; place < arguments.Length; place++)
        {
            arguments[place] = Interpreter.Evaluate(draw.Parameters[place], readings, ref none);
        }

        if (draw.Distribution.Fault(arguments) is not null)
        {
            throw new FormulaFaultException(FaultText.Of(draw, arguments));
        }

        var value = DistributionQuantile.At(draw.Distribution, arguments, u);
        value = draw.Distribution.IsChoice ? draw.Values[(int)value] : value;
        return ReferenceEquals(root, draw)
            ? value
            : Interpreter.Evaluate(Replaced(root, new ConstantNode(value, draw.Quantity)), readings, ref none);
    }

    private static IEnumerable<DrawNode> Draws(Node node) =>
        (node is DrawNode draw ? [draw] : Enumerable.Empty<DrawNode>()).Concat(Parts(node).SelectMany(Draws));

    private static bool Contains<T>(Node node)
        where T : Node => node is T || Parts(node).Any(Contains<T>);

    private static ImmutableArray<Node> Parts(Node node) => node switch
    {
        UnaryNode unary => [unary.Operand],
        BinaryNode binary => [binary.Left, binary.Right],
        CallNode call => call.Arguments,
        DrawNode draw => draw.Parameters,
        _ => [],
    };

    // The tree with the one draw in it replaced.
    private static Node Replaced(Node node, ConstantNode drawn) => node switch
    {
        DrawNode => drawn,
        UnaryNode unary => unary with { Operand = Replaced(unary.Operand, drawn) },
        BinaryNode binary => binary with { Left = Replaced(binary.Left, drawn), Right = Replaced(binary.Right, drawn) },
        CallNode call => call with { Arguments = [.. call.Arguments.Select(argument => Replaced(argument, drawn))] },
        _ => node,
    };

    private sealed class ParameterReadings(ImmutableArray<double> parameters) : IReadings
    {
        public double Read(Variable variable) => variable.Kind == VariableKind.Parameter
            ? parameters[variable.Index]
            : throw new InvalidOperationException($"A prior reads levers and uncertainties, but not {variable.Kind}.");
    }
}
