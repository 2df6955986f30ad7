using System.Collections.Immutable;
using System.CommandLine;
using System.Text.RegularExpressions;
using Escalation.Language;
using Escalation.Model;
using Escalation.Report;

namespace Escalation.Cli;

/// <summary>The options <c>--outcome</c> and <c>--measure</c>: what an experiment is asked about.</summary>
internal sealed class QuestionOptions
{
    private readonly Option<string?> outcome = new("--outcome")
    {
        HelpName = "NAME",
        Description = "The outcome that is asked about. Without it: the first one of the scenario.",
    };

    private readonly Option<string[]> measures = new("--measure")
    {
        HelpName = "NAME",
        Description = "A measure that is shown beside the outcomes. May be repeated. Without it: those of the objectives.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The options.</summary>
    internal Option[] All => [outcome, measures];

    /// <summary>Finds what is asked about.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="question">What is asked about.</param>
    /// <param name="nearest">A name that may have been meant; null: none.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(ParseResult parsed, Scenario scenario, out Question question, out string? nearest)
    {
        (question, nearest) = (new Question(0, []), null);
        var outcomes = scenario.Outcomes.Select(one => one.Name).ToList();
        var place = 0;
        if (parsed.GetValue(outcome) is { } name && (place = outcomes.IndexOf(name)) < 0)
        {
            nearest = Suggestions.Nearest(name, outcomes);
            return $"--outcome: the scenario has no outcome '{name}'";
        }

        var known = scenario.Measures.Select(one => one.Name).ToList();
        var shown = ImmutableArray.CreateBuilder<int>();
        foreach (var wanted in parsed.GetValue(measures) ?? [])
        {
            var found = known.IndexOf(wanted);
            if (found < 0)
            {
                nearest = Suggestions.Nearest(wanted, known);
                return $"--measure: the scenario has no measure '{wanted}'";
            }

            if (!shown.Contains(found))
            {
                shown.Add(found);
            }
        }

        question = new(place, shown.Count > 0 ? shown.ToImmutable() : OfObjectives(scenario));
        return null;
    }

    private static ImmutableArray<int> OfObjectives(Scenario scenario)
    {
        var words = scenario.Objectives
            .SelectMany(objective => Regex.Matches(objective.Text, @"\w+", RegexOptions.CultureInvariant))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, scenario.Measures.Length).Where(index => words.Contains(scenario.Measures[index].Name))];
    }
}
