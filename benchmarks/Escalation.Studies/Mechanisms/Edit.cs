using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Escalation.Model;

namespace Escalation.Studies.Mechanisms;

/// <summary>A change of a scenario. One that finds nothing to change fails, so that a scenario that is rewritten cannot
/// silently turn an experiment into none.</summary>
internal abstract record Edit
{
    /// <summary>Sets levers and uncertainties.</summary>
    /// <param name="settings">Such as <c>us_response=0, tempo=0.5 per d</c>.</param>
    public static Edit Set(string settings) => new Choice(settings);

    /// <summary>Takes a rule away.</summary>
    /// <param name="rule">An actor, a kind or <c>world</c>, a dot, the title.</param>
    public static Edit Without(string rule) => new Removal(rule);

    /// <summary>Adds a rule by which something is given.</summary>
    /// <param name="party">An actor, a kind or <c>world</c> that has a policy.</param>
    /// <param name="rule">The rule after its title, such as <c>at: 30 d, do: […]</c>.</param>
    public static Edit Given(string party, string rule) => new Insertion(party, $"- {{name: given, {rule}}}");

    /// <summary>Adds a measure, which may be read by later ones.</summary>
    /// <param name="measure">Such as <c>raids: {count: raid}</c>.</param>
    public static Edit Measure(string measure) => new Replacement("\noutcomes:\n", $"\n  {measure}\noutcomes:\n");

    /// <summary>Adds an outcome.</summary>
    /// <param name="outcome">Such as <c>many: {at_end: raids > 9}</c>.</param>
    public static Edit Outcome(string outcome) => new Replacement("\noutcomes:\n", $"\noutcomes:\n  {outcome}\n");

    /// <summary>Ends the histories at another time.</summary>
    /// <param name="horizon">Such as <c>60 d</c>.</param>
    public static Edit Until(string horizon) => new Pattern(@"^horizon: .*$", $"horizon: {horizon}");

    /// <summary>Writes something else in the place of a text that stands in the file exactly once.</summary>
    /// <param name="old">The text; better one without numbers that are fitted.</param>
    /// <param name="with">What stands there instead.</param>
    public static Edit Replace(string old, string with) => new Replacement(old, with);

    /// <summary>Changes the text of the scenario.</summary>
    public virtual string Apply(string text) => text;

    /// <summary>Changes the scenario that was read.</summary>
    public virtual Scenario Apply(Scenario scenario) => scenario;

    /// <summary>Values of levers and uncertainties.</summary>
    public virtual string Settings => "";

    private static string ReplaceOnce(string text, string pattern, MatchEvaluator with, string what)
    {
        var expression = new Regex(pattern, RegexOptions.Multiline);
        return expression.Count(text) is var count && count == 1
            ? expression.Replace(text, with)
            : throw new InvalidOperationException($"The scenario has {count} times what an experiment changes once: {what}");
    }

    private sealed record Choice(string Values) : Edit
    {
        public override string Settings => Values;
    }

    private sealed record Replacement(string Old, string New) : Edit
    {
        public override string Apply(string text) => ReplaceOnce(text, Regex.Escape(Old), _ => New, Old);
    }

    private sealed record Pattern(string Old, string New) : Edit
    {
        public override string Apply(string text) => ReplaceOnce(text, Old, _ => New, Old);
    }

    // Puts it first in the policy, which stands below the name of the party, farther in than it.
    private sealed record Insertion(string Party, string Rule) : Edit
    {
        public override string Apply(string text) => ReplaceOnce(
            text,
            $@"^( *){Party}:.*\n(?:\1 .*\n)*?(\1 +)policy:\n",
            match => $"{match.Value}{match.Groups[2].Value}  {Rule}\n",
            $"the policy of {Party}");
    }

    private sealed record Removal(string Rule) : Edit
    {
        public override Scenario Apply(Scenario scenario)
        {
            var (party, title) = Rule.Split('.') is [var name, var rest] ? (name, rest) : throw new ArgumentException(Rule);
            var kind = scenario.KindNames.IndexOf(party);
            var count = 0;
            var actors = scenario.Actors.Select(actor => actor.Name == party || (kind >= 0 && actor.Kind == kind)
                ? actor with { Policy = [.. actor.Policy.Where(rule => !IsMeant(rule))] }
                : actor).ToImmutableArray();
            return count > 0
                ? scenario with { Actors = actors }
                : throw new InvalidOperationException($"The scenario has no rule '{Rule}', which an experiment takes away.");

            bool IsMeant(Rule rule)
            {
                var isMeant = rule.Title == title;
                count += isMeant ? 1 : 0;
                return isMeant;
            }
        }
    }
}
