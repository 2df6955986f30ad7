using System.Collections.Immutable;
using System.Reflection;
using Escalation.Engine;

namespace Escalation.Language;

/// <summary>The description of a distribution of the language: what it is called, what it takes, how it is drawn. The reader,
/// the checks, the compiler and the reference page all work from it.</summary>
public sealed class Distribution
{
    private readonly Delegate draw;
    private readonly Func<double[], string?> fault;
    private readonly Func<Bounds[], Bounds> support;

    internal Distribution(
        string name, string about, ImmutableArray<DistributionParameter> parameters,
        Delegate draw, Func<double[], string?> fault, Func<Bounds[], Bounds> support, MethodInfo? faultMethod)
    {
        Name = name;
        About = about;
        Parameters = parameters;
        this.draw = draw;
        this.fault = fault;
        this.support = support;
        FaultMethod = faultMethod;
    }

    internal delegate double DrawFromOne(ref KeyedStream stream, double first);

    internal delegate double DrawFromTwo(ref KeyedStream stream, double first, double second);

    internal delegate double DrawFromThree(ref KeyedStream stream, double first, double second, double third);

    internal delegate double DrawFromMany(ref KeyedStream stream, ReadOnlySpan<double> parameters);

    /// <summary>Its name in the language.</summary>
    public string Name { get; }

    /// <summary>What it is, in one sentence.</summary>
    public string About { get; }

    /// <summary>Its named parameters in the order of the arguments of a draw; empty for <c>choice</c>, which has
    /// weights.</summary>
    public ImmutableArray<DistributionParameter> Parameters { get; }

    /// <summary>True if its one parameter may be written without its name: <c>bernoulli(0.5)</c>.</summary>
    public bool AllowsPosition { get; internal init; }

    /// <summary>True for <c>choice</c>, whose arguments are pairs of a constant value and a weight.</summary>
    public bool IsChoice { get; internal init; }

    /// <summary>How it is written, for messages and the reference page: <c>gamma(mean=, shape=)</c>.</summary>
    public string Signature => IsChoice ? $"{Name}(value=weight, …)"
        : $"{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Name + "="))})";

    /// <summary>The static method that draws: the stream by reference, then one number a parameter. For <c>choice</c> the weights
    /// as one span.</summary>
    internal MethodInfo DrawMethod => draw.Method;

    /// <summary>What can be worked out beforehand if the one parameter is known; null if nothing is gained by it.</summary>
    internal Preparation? Prepared { get; private init; }

    /// <summary>The static method that says what is wrong with parameters, one number each; null for <c>choice</c>.</summary>
    internal MethodInfo? FaultMethod { get; }

    /// <summary>Draws once. The slow way, for the interpreter.</summary>
    /// <param name="stream">The stream, which moves on.</param>
    /// <param name="parameters">Legal parameters (<see cref="Fault"/> is null), in order; for <c>choice</c> the weights.</param>
    /// <returns>The draw, in the unit of the parameters; for <c>choice</c> the index of the value chosen.</returns>
    public double Draw(ref KeyedStream stream, ReadOnlySpan<double> parameters) => draw switch
    {
        DrawFromOne one => one(ref stream, parameters[0]),
        DrawFromTwo two => two(ref stream, parameters[0], parameters[1]),
        DrawFromThree three => three(ref stream, parameters[0], parameters[1], parameters[2]),
        DrawFromMany many => many(ref stream, parameters),
        _ => throw new InvalidOperationException($"'{Name}' has no way to be drawn."),
    };

    /// <summary>Says what is wrong with parameters.</summary>
    /// <param name="parameters">One number a parameter, in order; for <c>choice</c> the weights.</param>
    /// <returns>A clause with the value, or null if they are legal.</returns>
    public string? Fault(ReadOnlySpan<double> parameters) => fault(parameters.ToArray());

    /// <summary>Where draws can lie.</summary>
    /// <param name="parameters">Where each parameter lies, in order; for <c>choice</c> the weights.</param>
    /// <returns>Bounds on all draws from legal parameters within those bounds; for <c>choice</c> on the index.</returns>
    public Bounds Support(ReadOnlySpan<Bounds> parameters) => support(parameters.ToArray());

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal static Distribution Of(
        string name, string about, DistributionParameter parameter,
        DrawFromOne draw, Func<double, string?> fault, Func<Bounds, Bounds> support, bool allowsPosition = false,
        Preparation? preparation = null) =>
        new(name, about, [parameter], draw, p => fault(p[0]), p => support(p[0]), fault.Method)
        {
            AllowsPosition = allowsPosition,
            Prepared = preparation,
        };

    internal static Distribution Of(
        string name, string about, DistributionParameter first, DistributionParameter second,
        DrawFromTwo draw, Func<double, double, string?> fault, Func<Bounds, Bounds, Bounds> support) =>
        new(name, about, [first, second], draw, p => fault(p[0], p[1]), p => support(p[0], p[1]), fault.Method);

    internal static Distribution Of(
        string name, string about, ImmutableArray<DistributionParameter> parameters,
        DrawFromThree draw, Func<double, double, double, string?> fault, Func<Bounds, Bounds, Bounds, Bounds> support) =>
        new(name, about, parameters, draw, p => fault(p[0], p[1], p[2]), p => support(p[0], p[1], p[2]), fault.Method);

    /// <summary>A way to draw for which part of the work is done once.</summary>
    /// <param name="Applies">Whether it draws what belongs to a parameter.</param>
    /// <param name="Prepare">What is worked out from the parameter.</param>
    /// <param name="Draw">Draws from the parameter and from what was worked out: the same bits as without it.</param>
    internal sealed record Preparation(Func<double, bool> Applies, Func<double, double> Prepare, DrawFromTwo Draw);
}
