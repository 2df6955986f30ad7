using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Tuning;

namespace Escalation.Cli;

/// <summary>The options of tuning under what nobody knows: <c>--robust</c>, and what futures there are.</summary>
internal sealed class FutureOptions
{
    private const long UsualFutures = 256;
    private const long UsualHistories = 32;

    private static readonly ImmutableArray<(string Word, RobustCriterion Criterion)> Words =
    [
        ("expected", RobustCriterion.Expected), ("worst", RobustCriterion.WorstMean), ("regret", RobustCriterion.RegretPoint),
    ];

    private readonly Option<string?> robust = new("--robust")
    {
        HelpName = "expected|worst|regret",
        Description = "Tunes over futures, which are draws of what nobody knows: by the mean over futures (if no word is given), "
            + "by the mean over the worst tenth of them, or by the regret against each future's own best in nine of ten.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> input = InputOption.Make();

    private readonly Option<long> futures = CommonOptions.Whole(
        "--futures", "N", "Fresh futures in which policies are compared in the end, with --robust.", UsualFutures, 16, 1 << 20);

    private readonly Option<long> histories = CommonOptions.Whole(
        "--histories-per-future",
        "N",
        "Histories of each policy in each of these; the search takes fewer.",
        UsualHistories,
        2,
        1 << 16);

    private readonly Option<string?> threshold = Number(
        "--threshold", "Value of the objective that is good enough: in what share of the futures is it kept?");

    private readonly Option<string?> far = Number(
        "--far", "Regret that is far from the best. Without it: a tenth of what policies differ by.");

    /// <summary>The options.</summary>
    internal Option[] All => [robust, input, futures, histories, threshold, far];

    /// <summary>Says whether any of them is given.</summary>
    internal bool AreGiven(ParseResult parsed) => All.Any(option => IsGiven(parsed, option));

    /// <summary>Reads them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options that all experiments share.</param>
    /// <param name="start">The scenario and the values of what is not varied.</param>
    /// <param name="space">What is tuned.</param>
    /// <param name="goal">What is looked for.</param>
    /// <param name="budget">Histories of the search.</param>
    /// <param name="request">What is asked; null: nothing.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(
        ParseResult parsed,
        ExperimentOptions options,
        ExperimentStart start,
        PolicySpace space,
        TuningGoal goal,
        long budget,
        out FutureRequest? request)
    {
        request = null;
        if (!IsGiven(parsed, robust))
        {
            var given = All.FirstOrDefault(option => IsGiven(parsed, option));
            return given is null ? null : $"{given.Name} is about futures: write --robust too";
        }

        if (options.HasReplications(parsed))
        {
            return "--replications: with --robust policies are judged in --futures N, each with --histories-per-future M";
        }

        var word = parsed.GetValue(robust) ?? Words[0].Word;
        if (Words.FirstOrDefault(one => one.Word == word) is not { Word: not null } known)
        {
            return $"--robust is one of {string.Join(", ", Words.Select(one => one.Word))}, not '{word}'";
        }

        var problem = ReadNumber(parsed, far, out var distance);
        problem = ReadNumber(parsed, threshold, out var good) ?? problem;
        if (goal.Objectives.Length > 1)
        {
            problem ??= known.Criterion == RobustCriterion.RegretPoint
                ? "--robust regret goes by one objective: name one by --minimise"
                : new[] { threshold, far }.FirstOrDefault(option => IsGiven(parsed, option)) is { } one
                    ? $"{one.Name} is about one objective: name one by --minimise"
                : null;
        }

        InputSpace? inputs = null;
        problem ??= ReadInputs(parsed, start, space, out inputs);
        if (problem is not null)
        {
            return problem;
        }

        var sign = goal.Objectives[0].IsMaximised ? -1 : 1;
        request = new(
            inputs!,
            new(known.Criterion, budget, (int)parsed.GetValue(futures), (int)parsed.GetValue(histories), start.Request.Seed)
            {
                Threshold = sign * good,
                Far = distance,
            });
        return null;
    }

    // What is tuned is chosen, not drawn.
    private string? ReadInputs(ParseResult parsed, ExperimentStart start, PolicySpace space, out InputSpace? inputs)
    {
        inputs = null;
        var scenario = start.Loaded.Scenario;
        var texts = parsed.GetValue(input) ?? [];
        if (InputOption.Read(scenario, start.Basis, texts, out var all) is { } problem)
        {
            return problem;
        }

        var both = all.Inputs.Where(one => space.Levers.Any(lever => lever.Parameter == one.Parameter)).ToList();
        if (both.Count > 0 && texts.Length > 0)
        {
            return $"--input: '{scenario.Parameters[both[0].Parameter].Name}' is tuned, and cannot be what nobody knows too";
        }

        if (both.Count == all.Inputs.Length)
        {
            return "--robust: there is nothing that nobody knows: all that has a prior is tuned; name something by --input";
        }

        inputs = new(scenario, start.Basis, all.Inputs.Except(both));
        return null;
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static Option<string?> Number(string name, string description) =>
        new(name) { HelpName = "X", Description = description };

    private static string? ReadNumber(ParseResult parsed, Option<string?> option, out double value)
    {
        value = double.NaN;
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        var scale = text.EndsWith('%') ? 0.01 : 1;
        var isNumber = double.TryParse(text.TrimEnd('%').TrimEnd(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        value *= scale;
        return isNumber && double.IsFinite(value) ? null : $"{option.Name} is a number, such as 0.1 or 10%, not '{text}'";
    }
}

/// <summary>What tuning under what nobody knows is asked.</summary>
/// <param name="Inputs">What differs between futures.</param>
/// <param name="Plan">By which criterion, on how many futures.</param>
internal sealed record FutureRequest(InputSpace Inputs, RobustPlan Plan);
