using System.Collections.Immutable;

namespace Escalation.Tests.Simulation.Random;

/// <summary>What a rule or a measure listens to.</summary>
/// <param name="Text">A pattern, or a list of them.</param>
/// <param name="Deeds">The actions that it may hear of; empty if it may also hear of something else than acts.</param>
internal sealed record Heard(string Text, ImmutableArray<Cast.Deed> Deeds)
{
    /// <summary>What may be read of every event that is heard.</summary>
    /// <param name="scope">What may be read anyhow.</param>
    public Scope Within(Scope scope) => Deeds.IsEmpty ? scope : scope with
    {
        Event = true,
        Rung = Deeds.All(deed => deed.HasRung),
        Fields = ["force", .. new[] { "loss", "mark" }.Where(field => Deeds.All(deed => deed.Fields.Contains(field)))],
    };
}

/// <summary>Writes random patterns.</summary>
/// <param name="luck">Decides.</param>
/// <param name="cast">Who and what there is.</param>
internal sealed class PatternText(Luck luck, Cast cast)
{
    /// <summary>One pattern or several.</summary>
    /// <param name="isRule">Whether there is somebody that <c>me</c> can mean.</param>
    public Heard Any(bool isRule)
    {
        if (luck.Is(0.15))
        {
            return new Heard(Quoted(Change()), []);
        }

        if (luck.Is(0.7))
        {
            var (text, deeds) = Act(isRule);
            return new Heard(Quoted(text), deeds);
        }

        var parts = Enumerable.Range(0, luck.Between(2, 3)).Select(_ => Act(isRule)).ToList();
        var texts = parts.Select(part => Quoted(part.Text)).ToList();
        if (luck.Is(0.2))
        {
            return new Heard($"[{string.Join(", ", texts)}, {Quoted(Change())}]", []);
        }

        return new Heard($"[{string.Join(", ", texts)}]", [.. parts.SelectMany(part => part.Deeds).Distinct()]);
    }

    /// <summary>One pattern of acts.</summary>
    public (string Text, ImmutableArray<Cast.Deed> Deeds) Act(bool isRule)
    {
        var deed = luck.Of(cast.Actions.AsSpan());
        var (text, deeds) = luck.Is(0.15) ? ("any action", cast.Actions) : (deed.Name, [deed]);
        text += luck.Is(0.5) ? $" by {Who(isRule)}" : "";
        text += luck.Is(0.4) ? $" against {Who(isRule)}" : "";
        return (text, deeds);
    }

    private string Change()
    {
        var (name, states) = Cast.Conditions[luck.Below(Cast.Conditions.Length)];
        return luck.Is(0.3)
            ? $"outcome {luck.Of(cast.Outcomes.AsSpan())}"
            : $"{name} becomes {states[luck.Below(states.Length)]}";
    }

    private string Who(bool isRule) => luck.Below(isRule ? 8 : 3) switch
    {
        0 => luck.Of(cast.Names.AsSpan()),
        1 => luck.Of(cast.Kinds.AsSpan()),
        2 => "anyone",
        3 => "me",
        4 => "others",
        5 => "my sponsor",
        6 => "my proxies",
        _ => luck.Of("me", "others", "anyone"),
    };

    private static string Quoted(string text) => $"\"{text}\"";
}
