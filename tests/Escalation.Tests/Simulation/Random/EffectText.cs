namespace Escalation.Tests.Simulation.Random;

/// <summary>Whose rules are written.</summary>
/// <param name="HasSponsor">Whether everybody who has the rule has a sponsor.</param>
/// <param name="Titles">Titles of all rules of the policy.</param>
internal sealed record Holder(bool HasSponsor, string[] Titles);

/// <summary>Writes random effects.</summary>
/// <param name="luck">Decides.</param>
/// <param name="cast">Who and what there is.</param>
/// <param name="formulas">Writes expressions.</param>
/// <param name="draws">Writes expressions that draw.</param>
internal sealed class EffectText(Luck luck, Cast cast, FormulaText formulas, DrawText draws)
{
    /// <summary>What a rule does.</summary>
    /// <param name="scope">What it may read.</param>
    /// <param name="holder">Whose it is.</param>
    /// <param name="acts">Chance that it acts at all.</param>
    public IEnumerable<string> Some(Scope scope, Holder holder, double acts)
    {
        if (luck.Is(acts))
        {
            yield return Act(scope, holder);
        }

        for (var more = luck.Between(acts < 1 ? 1 : 0, 2); more > 0; more--)
        {
            yield return luck.Below(9) switch
            {
                0 => Switch(),
                1 => $"{{cancel: {luck.Of(holder.Titles.Append("all").ToArray())}}}",
                2 => "{note: something came of it}",
                3 or 4 => $"{{set: {{{Changes(scope, isSet: true)}}}}}",
                _ => $"{{add: {{{Changes(scope, isSet: false)}}}}}",
            };
        }
    }

    private string Act(Scope scope, Holder holder)
    {
        var deed = luck.Of(cast.Actions.AsSpan());
        var parts = new List<string> { $"act: {deed.Name}" };
        if (deed.IsAimed || luck.Is(0.5))
        {
            parts.Add($"against: {Target(scope, holder)}");
        }

        if (luck.Is(0.35))
        {
            parts.Add($"times: \"{draws.Count(scope)}\"");
        }

        if (luck.Is(0.25))
        {
            parts.Add($"spaced: \"{draws.Delay(scope)}\"");
        }

        var fields = new List<string>();
        if (!deed.DrawsForce)
        {
            fields.Add($"force: \"{(luck.Is(0.4) ? draws.Number(scope) : formulas.Factor(scope))}\"");
        }

        if (luck.Is(0.2))
        {
            fields.Add($"hint: \"{draws.Signed(scope)}\"");
        }

        if (fields.Count > 0)
        {
            parts.Add($"with: {{{string.Join(", ", fields)}}}");
        }

        return $"{{{string.Join(", ", parts)}}}";
    }

    private string Target(Scope scope, Holder holder)
    {
        if (luck.Is(0.2))
        {
            var options = Enumerable.Range(0, luck.Between(2, 3)).Select(_ => One(scope, holder)).Distinct();
            return $"{{{string.Join(", ", options.Select(option => $"{option}: \"{Weight(scope)}\""))}}}";
        }

        return luck.Is(0.15) ? "my proxies" : One(scope, holder);
    }

    // The reader refuses a choice whose weights are all 0.
    private string Weight(Scope scope) => luck.Is(0.5) ? formulas.Constant() : $"0.1 + {formulas.Factor(scope)}";

    private string One(Scope scope, Holder holder) => luck.Below(scope.Event ? 7 : 4) switch
    {
        0 or 1 => luck.Of(cast.Names.AsSpan()),
        2 => luck.Of(cast.Parties.AsSpan()).Name,
        3 => holder.HasSponsor ? "my sponsor" : luck.Of("me", "world", "ash"),
        4 => "event.actor",
        5 => "event.target",
        _ => "sponsor of event.actor",
    };

    private string Switch()
    {
        var (name, states) = Cast.Conditions[luck.Below(Cast.Conditions.Length)];
        var other = Cast.Conditions.First(condition => condition.Name != name);
        var both = luck.Is(0.2) ? $", {other.Name}: {other.States[0]}" : "";
        return $"{{switch: {{{name}: {states[luck.Below(states.Length)]}{both}}}}}";
    }

    private string Changes(Scope scope, bool isSet)
    {
        var levels = new[] { "fear", "stock", "mood" }.Where(_ => luck.Is(0.4)).DefaultIfEmpty("fear");
        return string.Join(", ", levels.Select(level => $"{level}: \"{Change(scope, level, isSet)}\""));
    }

    private string Change(Scope scope, string level, bool isSet) => (level, isSet, luck.Below(3)) switch
    {
        ("mood", _, 0) => draws.Signed(scope),
        ("mood", _, _) => $"clip({formulas.Number(scope)}, -1, 1)",
        (_, true, 0) => $"{level} / 2",
        (_, true, 1) => draws.Number(scope),
        (_, true, _) => formulas.Factor(scope),
        (_, false, 0) => draws.Signed(scope),
        (_, false, 1) => luck.Of("1", "-1", "0.5"),
        _ => draws.Number(scope),
    };
}
