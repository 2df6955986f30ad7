using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Tuning;

namespace Escalation.Cli;

/// <summary>The options <c>--minimise</c>, <c>--maximise</c> and <c>--subject-to</c>: what tuning looks for.</summary>
internal sealed class GoalOptions
{
    private readonly Option<string[]> least = Make(
        "--minimise",
        "What is made small: objectives of the scenario, or formulas such as 'probability(spiral)', with commas between them. "
            + "Without it: the first objective of the scenario.");

    private readonly Option<string[]> most = Make("--maximise", "What is made great.");

    private readonly Option<string[]> constraints = Make(
        "--subject-to", "What must hold: a comparison of estimates, such as 'mean(us_deaths) <= 3'. May be repeated.");

    /// <summary>The options.</summary>
    internal Option[] All => [least, most, constraints];

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="goal">What is looked for.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(ParseResult parsed, Scenario scenario, out TuningGoal goal)
    {
        goal = new([], []);
        var objectives = ImmutableArray.CreateBuilder<Objective>();
        foreach (var (option, isMaximised) in new[] { (least, false), (most, true) })
        {
            foreach (var part in (parsed.GetValue(option) ?? []).SelectMany(Parts))
            {
                if (Find(scenario, part, isMaximised, out var objective) is { } problem)
                {
                    return $"{option.Name} {part}: {problem}";
                }

                if (objectives.Any(other => other.Name == objective!.Name))
                {
                    return $"{option.Name}: '{part}' is there twice";
                }

                objectives.Add(objective!);
            }
        }

        if (objectives.Count == 0 && scenario.Objectives is [var first, ..])
        {
            objectives.Add(first);
        }

        if (objectives.Count == 0)
        {
            return "there is nothing to look for: the scenario has no objectives; say it by --minimise, as in "
                + $"--minimise 'probability({scenario.Outcomes[0].Name})'";
        }

        var kept = ImmutableArray.CreateBuilder<Constraint>();
        foreach (var text in parsed.GetValue(constraints) ?? [])
        {
            var reading = EstimateText.ReadConstraint(scenario, text);
            if (reading.Value is not { } constraint)
            {
                return $"--subject-to {text}: {reading.Trouble}";
            }

            kept.Add(constraint);
        }

        goal = new(objectives.ToImmutable(), kept.ToImmutable());
        return null;
    }

    private static Option<string[]> Make(string name, string description) => new(name)
    {
        HelpName = "WHAT",
        Description = description,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    private static string? Find(Scenario scenario, string text, bool isMaximised, out Objective? objective)
    {
        objective = scenario.Objectives.FirstOrDefault(known => known.Name == text);
        if (objective is not null)
        {
            // What the command line says goes.
            objective = objective with { IsMaximised = isMaximised };
            return null;
        }

        if (text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_'))
        {
            return Unknown(scenario, text);
        }

        var reading = EstimateText.ReadObjective(scenario, text);
        objective = reading.Value is { } formula ? new(text, formula, isMaximised, Actor: -1) : null;
        return reading.Trouble;
    }

    private static string Unknown(Scenario scenario, string text)
    {
        var names = scenario.Objectives.Select(known => known.Name).ToList();
        var isOutcome = scenario.Outcomes.Any(known => known.Name == text);
        if (isOutcome || scenario.Measures.Any(known => known.Name == text))
        {
            return $"the scenario has no objective '{text}'; write '{(isOutcome ? "probability" : "mean")}({text})'";
        }

        return names.Count == 0
            ? $"the scenario has no objective '{text}'; write a formula, such as 'probability({scenario.Outcomes[0].Name})'"
            : $"the scenario has no objective '{text}'; it has {string.Join(", ", names)}";
    }

    // Commas between arguments do not part formulas.
    private static IEnumerable<string> Parts(string text)
    {
        var (depth, start) = (0, 0);
        for (var place = 0; place <= text.Length; place++)
        {
            if (place == text.Length || (text[place] == ',' && depth == 0))
            {
                yield return text[start..place].Trim();
                start = place + 1;
                continue;
            }

            depth += text[place] == '(' ? 1 : text[place] == ')' ? -1 : 0;
        }
    }
}
