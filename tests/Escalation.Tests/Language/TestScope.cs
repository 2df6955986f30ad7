using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Tests.Language;

/// <summary>A small world of names for expressions.</summary>
internal sealed class TestScope : IScope
{
    public static readonly ImmutableArray<(string Name, Variable Variable, Quantity Quantity)> All =
    [
        ("reach", new Variable(VariableKind.Parameter, 0), Quantity.Number),
        ("tempo", new Variable(VariableKind.Parameter, 1), Quantity.Rate),
        ("pause", new Variable(VariableKind.Parameter, 2), Quantity.Duration),
        ("fear", new Variable(VariableKind.OwnLevel, 0), Quantity.Number),
        ("doubt", new Variable(VariableKind.OwnLevel, 1), Quantity.Number),
        ("iran.grievance", new Variable(VariableKind.ActorLevel, 2, 1), Quantity.Number),
        ("event.deaths", new Variable(VariableKind.EventField, 0), Quantity.Number),
        ("event.actor.fear", new Variable(VariableKind.EventActorLevel, 0), Quantity.Number),
        ("attacks", new Variable(VariableKind.Measure, 0), Quantity.Number),
        ("first_death", new Variable(VariableKind.Measure, 1), Quantity.Duration),
        ("worst", new Variable(VariableKind.Measure, 2), Quantity.Number),
        ("spiral", new Variable(VariableKind.Outcome, 0), Quantity.Truth),
        ("day", new Variable(VariableKind.Day), Quantity.Duration),
    ];

    private static readonly Variable War = new(VariableKind.Condition, 0);

    public IEnumerable<string> Names => All.Select(entry => entry.Name);

    public Resolution Resolve(ImmutableArray<string> path)
    {
        var name = string.Join('.', path);
        foreach (var entry in All)
        {
            if (entry.Name == name)
            {
                return new Resolution(new VariableNode(entry.Variable, entry.Quantity));
            }
        }

        return new Resolution(null, $"unknown name '{name}'");
    }

    public Resolution ResolveIs(string condition, string state)
    {
        var index = Array.IndexOf(["quiet", "raging"], state);
        return condition != "war" ? new Resolution(null, $"unknown condition '{condition}'", "conditions are war")
            : index < 0 ? new Resolution(null, $"'war' has no state '{state}'", "states are quiet, raging")
            : new Resolution(new BinaryNode(
                BinaryOperator.Equal, new VariableNode(War, Quantity.Number), new ConstantNode(index, Quantity.Number),
                    Quantity.Truth));
    }

    public static FormulaSite Site(Quantity? expected = null, bool allowsDraws = false, string noun = "a value") =>
        new(new TestScope(), expected, allowsDraws, noun);

    public static FormulaReading Read(string text, Quantity? expected = null, bool allowsDraws = false,
        string noun = "a value") =>
        FormulaReader.Read(text, Site(expected, allowsDraws, noun));

    /// <summary>The tree of a text without problems.</summary>
    public static Node Tree(string text, Quantity? expected = null)
    {
        var reading = Read(text, expected, allowsDraws: true);
        Assert.That(reading.Problems, Is.Empty, text);
        return reading.Root!;
    }
}
