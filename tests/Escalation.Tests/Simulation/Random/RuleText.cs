namespace Escalation.Tests.Simulation.Random;

/// <summary>Writes random rules. What answers to something is unlikely, delayed or limited, so that no chain runs away for
/// long.</summary>
/// <param name="luck">Decides.</param>
/// <param name="cast">Who and what there is.</param>
/// <param name="formulas">Writes expressions.</param>
/// <param name="draws">Writes expressions that draw.</param>
internal sealed class RuleText(Luck luck, Cast cast, FormulaText formulas, DrawText draws)
{
    private readonly PatternText patterns = new(luck, cast);
    private readonly EffectText effects = new(luck, cast, formulas, draws);

    /// <summary>A policy, one rule after the other.</summary>
    /// <param name="holder">Whose it is, with the titles of all of its rules.</param>
    /// <param name="indent">How far in it stands.</param>
    public IEnumerable<string> Policy(Holder holder, string indent) =>
        holder.Titles.SelectMany((title, index) => Rule(title, holder, isFirst: index == 0)).Select(line => indent + line);

    // The first rule acts of its own will, so that something happens.
    private IEnumerable<string> Rule(string title, Holder holder, bool isFirst)
    {
        yield return $"- name: {title}";
        var scope = Scope.Rule with { Sponsor = holder.HasSponsor, Outcomes = cast.Outcomes };
        var kind = isFirst ? 0 : luck.Below(10);
        if (kind < 6)
        {
            yield return Own(kind, scope);
        }
        else
        {
            var heard = patterns.Any(isRule: true);
            yield return $"  upon: {heard.Text}";
            scope = heard.Within(scope) with { Target = !heard.Deeds.IsEmpty && luck.Is(0.3), Attributed = !heard.Deeds.IsEmpty };
        }

        var answers = kind >= 4;
        foreach (var line in Conditions(scope, answers))
        {
            yield return "  " + line;
        }

        yield return $"  do: [{string.Join(", ", effects.Some(scope, holder, acts: isFirst ? 1 : answers ? 0.6 : 0.8))}]";
    }

    private string Own(int kind, Scope scope) => kind switch
    {
        0 or 1 => $"  rate: \"{formulas.Rate(scope)}\"",
        2 => $"  every: \"{draws.Interval(scope)}\"",
        3 => $"  at: {Times()}",
        _ => $"  when: \"{formulas.Truth(scope with { IsFollowed = true }, 3)}\"",
    };

    private string Times()
    {
        var times = Enumerable.Range(0, luck.Between(1, 3)).Select(_ => formulas.Time(cast.HorizonDays)).ToList();
        times.AddRange(cast.HasStart ? ["2023-10-20", "2023-10-22T06:00"] : []);
        return luck.Is(0.3) ? times[^1] : $"[{string.Join(", ", times)}]";
    }

    private IEnumerable<string> Conditions(Scope scope, bool answers)
    {
        if (luck.Is(0.35))
        {
            yield return $"if: \"{formulas.Truth(scope)}\"";
        }

        var (isLimited, isDelayed) = (luck.Is(answers ? 0.85 : 0.2), luck.Is(0.5));
        if (answers && !isLimited)
        {
            yield return $"chance: \"0.2 * {formulas.Chance(scope)}\"";
        }
        else if (luck.Is(answers ? 0.6 : 0.2))
        {
            yield return $"chance: \"{formulas.Chance(scope)}\"";
        }

        if (isLimited)
        {
            yield return $"limits: {{{Limits(scope, isDelayed)}}}";
        }

        if (isDelayed)
        {
            yield return $"after: \"{draws.Delay(scope)}\"";
        }

        if (luck.Is(0.25))
        {
            yield return $"unless: \"{formulas.Truth(scope)}\"";
        }
    }

    private string Limits(Scope scope, bool isDelayed)
    {
        var limits = new List<string>();
        if (isDelayed && luck.Is(0.5))
        {
            limits.Add($"pending: {luck.Of("1", "2", "\"if(zeal > 1, 1, 2)\"")}");
        }

        if (luck.Is(0.4))
        {
            limits.Add($"cooldown: \"max(12 h, {formulas.Delay(scope)})\"");
        }

        if (limits.Count == 0 || luck.Is(0.3))
        {
            limits.Add($"at_most: {luck.Between(1, 3)}");
            limits.Add($"within: {luck.Of("3 d", "36 h", "1 w", "\"lag + 1 d\"")}");
        }

        return string.Join(", ", limits);
    }
}
