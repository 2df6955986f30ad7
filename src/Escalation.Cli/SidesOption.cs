using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Language;
using Escalation.Model;
using Escalation.Report;
using Escalation.Simulation;
using Escalation.Tuning;

namespace Escalation.Cli;

/// <summary>The option <c>--sides</c> of tuning: two actors tune against each other.</summary>
internal sealed class SidesOption(SearchedLeverOptions levers, GoalOptions goals)
{
    private readonly Option<string?> names = new("--sides")
    {
        HelpName = "A,B",
        Description = "Two actors tune against each other, each with the levers and the first objective that are 'by' it in the "
            + "scenario, until neither can gain more than the noise.",
    };

    /// <summary>The option.</summary>
    internal Option Option => names;

    /// <summary>Says whether sides were named.</summary>
    internal bool IsGiven(ParseResult parsed) => parsed.GetValue(names) is not null;

    /// <summary>Reads the sides and lets them tune.</summary>
    /// <returns>Null, or what is wrong with the command line.</returns>
    internal string? Run(Session session, Command verb, ParseResult parsed, ExperimentStart start, long budget, out int code)
    {
        code = ExitCode.Usage;
        if (Read(parsed, start.Loaded.Scenario, start.Basis, out var game) is { } problem)
        {
            return problem;
        }

        var request = start.Request;
        var plan = new TuningPlan(budget, request.Replications, request.Seed);
        code = new Search
        {
            Verb = verb,
            Start = start,
            Varied = [.. game!.First.Space.Levers.Concat(game.Second.Space.Levers).Select(lever => lever.Parameter)],
            Expected = budget + (10 * request.Replications),
            Find = points => SidesFindings.Of(
                start.Loaded.Scenario,
                start.Loaded.Source.Sha256Hex,
                request.Seed,
                SidesTuning.Run(new(points, game), plan, stage => points.Progress.Stage = stage)),
        }.Run(session);
        return null;
    }

    private string? Read(ParseResult parsed, Scenario scenario, ParameterChoice basis, out SidesGame? game)
    {
        game = null;
        if (goals.All.FirstOrDefault(option => IsWritten(parsed, option)) is { } goal)
        {
            return $"--sides takes the objective of each side from the scenario: leave {goal.Name} out";
        }

        var asked = parsed.GetValue(names)!.Split(',').Select(name => name.Trim()).ToList();
        if (asked.Count != 2 || asked[0] == asked[1])
        {
            return "--sides names two actors that tune against each other, with a comma between them, as in '--sides us,iran'";
        }

        if (levers.Read(parsed, scenario, basis, out var all) is { } problem)
        {
            return problem;
        }

        var sides = new GameSide[2];
        for (var side = 0; side < 2; side++)
        {
            problem = ReadSide(scenario, basis, all.Levers, asked[side], out var found);
            if (problem is not null)
            {
                return $"--sides {asked[side]}: {problem}";
            }

            sides[side] = found!;
        }

        game = new(sides[0], sides[1]);
        return levers.All.Any(option => IsWritten(parsed, option)) ? Strange(scenario, all, game) : null;
    }

    private static string? ReadSide(
        Scenario scenario, ParameterChoice basis, ImmutableArray<SearchedLever> all, string name, out GameSide? side)
    {
        side = null;
        var known = scenario.Actors.Skip(1).Select(actor => actor.Name).ToList();
        var actor = scenario.Actors.Select(one => one.Name).ToList().IndexOf(name);
        if (actor < 0)
        {
            var nearest = Suggestions.Nearest(name, known) is { } near ? $"did you mean '{near}'? " : "";
            return $"unknown actor; {nearest}Actors of this scenario: {string.Join(", ", known)}";
        }

        ImmutableArray<SearchedLever> own = [.. all.Where(lever => scenario.Parameters[lever.Parameter].Actor == actor)];
        if (own.IsEmpty)
        {
            return $"it has no lever to tune; write 'by: {name}' below each lever that it sets";
        }

        if (scenario.Objectives.FirstOrDefault(objective => objective.Actor == actor) is not { } wanted)
        {
            return $"it has no objective; write one with 'by: {name}' below objectives, as in "
                + $"'loss: {{minimise: probability({scenario.Outcomes[0].Name}), by: {name}}}'";
        }

        var space = new PolicySpace(scenario, basis, own);
        side = new(actor, space, wanted);
        return TuneVerb.TooMany(space);
    }

    // Who names a lever means it.
    private static string? Strange(Scenario scenario, PolicySpace all, SidesGame game) =>
        all.Levers.Select(lever => scenario.Parameters[lever.Parameter])
            .FirstOrDefault(lever => lever.Actor != game.First.Actor && lever.Actor != game.Second.Actor) is { } strange
            ? $"--sides: '{strange.Name}' is a lever of neither; write 'by:' with the side below it, or leave it out"
            : null;

    private static bool IsWritten(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
