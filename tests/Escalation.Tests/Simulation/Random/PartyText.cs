namespace Escalation.Tests.Simulation.Random;

/// <summary>Writes the world, kinds and actors of a random scenario: levels and policies.</summary>
/// <param name="luck">Decides.</param>
/// <param name="cast">Who there is.</param>
/// <param name="formulas">Writes expressions.</param>
/// <param name="draws">Writes expressions that draw.</param>
internal sealed class PartyText(Luck luck, Cast cast, FormulaText formulas, DrawText draws)
{
    private readonly RuleText rules = new(luck, cast, formulas, draws);
    private readonly List<string> ruleNames = [];

    /// <summary>The rules written so far, as <c>actor.title</c>.</summary>
    public IReadOnlyList<string> RuleNames => ruleNames;

    /// <summary>World, kinds and actors.</summary>
    public IEnumerable<string> All()
    {
        yield return "world:";
        foreach (var line in Body("world", Titles("chance", 2), hasSponsor: false, "  "))
        {
            yield return line;
        }

        yield return "kinds:";
        foreach (var line in cast.Kinds.SelectMany(Kind))
        {
            yield return line;
        }

        yield return "actors:";
        foreach (var line in cast.Parties.SelectMany(Actor))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Kind(string kind)
    {
        var sponsor = cast.Parties.First(party => party.Kind == kind).Sponsor;
        return new[] { $"  {kind}:", sponsor.Length > 0 ? $"    sponsor: {sponsor}" : $"    about: all of the {kind}" }
            .Concat(Body(kind, Titles("way", 3), sponsor.Length > 0, "    "));
    }

    private IEnumerable<string> Actor(Cast.Party party)
    {
        if (party.Kind.Length == 0)
        {
            var head = party.HasSponsor ? new[] { $"  {party.Name}:", $"    sponsor: {party.Sponsor}" }
                : [$"  {party.Name}:"];
            return head.Concat(Body(party.Name, Titles("plan", 4), party.HasSponsor, "    "));
        }

        if (luck.Is(0.5))
        {
            return [$"  {party.Name}: {{kind: {party.Kind}}}"];
        }

        // A level and a rule of its own instead of those of its kind, and a further rule. It may cancel only its own.
        var holder = new Holder(party.HasSponsor, ["way 1", $"{party.Name} alone"]);
        ruleNames.AddRange(holder.Titles.Select(title => $"{party.Name}.{title}"));
        return new[] { $"  {party.Name}:", $"    kind: {party.Kind}", "    levels:", $"      {Level("fear")}", "    policy:" }
            .Concat(rules.Policy(holder, "      "));
    }

    private static string[] Titles(string word, int most) => [.. Enumerable.Range(1, most).Select(index => $"{word} {index}")];

    private IEnumerable<string> Body(string name, string[] titles, bool hasSponsor, string indent)
    {
        var holder = new Holder(hasSponsor, titles[..luck.Between(2, titles.Length)]);
        ruleNames.AddRange(holder.Titles.Select(title => $"{name}.{title}"));
        return new[] { $"{indent}levels:" }
            .Concat(Cast.PositiveLevels.Append("mood").Select(level => $"{indent}  {Level(level)}"))
            .Append($"{indent}policy:")
            .Concat(rules.Policy(holder, indent + "  "));
    }

    private string Level(string name)
    {
        var scope = Scope.Replication;
        if (name == "reach")
        {
            return $"reach: {luck.Of("1", "0.5", "2", "push", "\"uniform(low=0, high=2)\"")}";
        }

        if (name == "stock" && luck.Is(0.3))
        {
            return "stock: {starts: 3, min: 0, max: 6}";
        }

        var parts = new List<string>();
        if (luck.Is(0.6))
        {
            parts.Add($"starts: \"{(luck.Is(0.5) ? draws.Number(scope) : formulas.Factor(scope))}\"");
        }

        if (luck.Is(0.5))
        {
            parts.Add($"rests_at: \"{(name == "mood" ? formulas.Number(scope, 1) : formulas.Factor(scope, 1))}\"");
        }

        parts.Add(luck.Below(3) switch
        {
            0 => $"falls: \"{luck.Of("0.3 per d", "1 per w", "tempo", "0 per d")}\"",
            _ => $"half_life: {luck.Of("2 d", "5 d", "1 w", "18 h", "lag + 1 d")}",
        });
        parts.Add(name == "mood" ? "min: -3" : "min: 0");
        parts.AddRange(luck.Is(0.85) ? ["max: 5"] : []);
        return $"{name}: {{{string.Join(", ", parts)}}}";
    }
}
