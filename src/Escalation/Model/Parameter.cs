using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Model;

/// <summary>A lever (what an actor may choose) or an uncertainty (what nobody knows).</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsLever">True for a lever.</param>
/// <param name="Quantity">Its type, by its value or prior.</param>
/// <param name="Value">The value used unless something else is set; null for an uncertainty that has only a prior.</param>
/// <param name="Low">Least value of a lever, else −∞.</param>
/// <param name="High">Greatest value of a lever, else +∞.</param>
/// <param name="Prior">The prior of an uncertainty; may read levers and uncertainties that stand before it.</param>
/// <param name="About">What it means.</param>
/// <param name="Source">Where its value comes from.</param>
public sealed record Parameter(
    string Name,
    bool IsLever,
    Quantity Quantity,
    double? Value,
    double Low,
    double High,
    Formula? Prior,
    string About,
    string Source)
{
    /// <summary>What a lever chooses between: its values are their indices. Empty if it is a number.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Index of the actor who chooses its value; −1: nobody in particular.</summary>
    public int Actor { get; init; } = -1;

    /// <summary>The word for a value of a lever that chooses between words; null if it is a number.</summary>
    /// <param name="value">The value.</param>
    public string? Word(double value) => value >= 0 && value < Choices.Length ? Choices[(int)value] : null;
}

/// <summary>A titled set of parameter values.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Settings">Index of the parameter and its value.</param>
public sealed record Case(string Title, ImmutableArray<ParameterSetting> Settings);

/// <summary>A value given to a parameter.</summary>
/// <param name="Parameter">Index of the parameter.</param>
/// <param name="Value">Its value, in days or a day where it has a unit.</param>
public sealed record ParameterSetting(int Parameter, double Value);

/// <summary>A named state of the world that switches.</summary>
/// <param name="Name">Its name.</param>
/// <param name="States">Names of its states.</param>
/// <param name="StartWeights">One weight a state, constants of a replication; a certain start has weights 1 and 0.</param>
/// <param name="About">What it means.</param>
public sealed record Condition(string Name, ImmutableArray<string> States, ImmutableArray<Formula> StartWeights, string About);
