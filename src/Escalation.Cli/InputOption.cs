using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>The option <c>--input</c>: which levers and uncertainties an experiment varies.</summary>
internal static class InputOption
{
    /// <summary>Describes it.</summary>
    internal static Option<string[]> Make() => new("--input", "-i")
    {
        HelpName = "NAME[=LOW:HIGH]",
        Description = "What is varied: an uncertainty by its prior, a lever over its range, or either evenly from LOW to HIGH. "
            + "May "
            + "be repeated. Without it: every uncertainty that has a prior and is not set.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Reads the values of the option.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of what is not varied.</param>
    /// <param name="texts">The values of the option; none: all priors.</param>
    /// <param name="space">What is varied.</param>
    /// <param name="option">The name of the option.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal static string? Read(
        Scenario scenario, ParameterChoice basis, IReadOnlyList<string> texts, out InputSpace space, string option = "--input")
    {
        space = new(scenario, basis, []);
        var inputs = ImmutableArray.CreateBuilder<SpaceInput>();
        foreach (var text in texts)
        {
            if (ReadOne(scenario, text, out var input) is { } problem)
            {
                return $"{option} {text}: {problem}";
            }

            if (inputs.Any(other => other.Parameter == input!.Parameter))
            {
                return $"{option}: '{scenario.Parameters[input!.Parameter].Name}' is there twice";
            }

            inputs.Add(input!);
        }

        if (texts.Count == 0 && Priors(scenario, basis, inputs) is { } obstacle)
        {
            return obstacle;
        }

        if (inputs.Count == 0)
        {
            return "there is nothing to vary: no uncertainty has a prior that is not set; name something by --input, as in "
                + "'--input name=0:1'";
        }

        space = new(scenario, basis, inputs);
        return null;
    }

    private static string? Priors(Scenario scenario, ParameterChoice basis, ImmutableArray<SpaceInput>.Builder inputs)
    {
        for (var index = 0; index < scenario.Parameters.Length; index++)
        {
            if (scenario.Parameters[index].Prior is not { } prior || basis.Settings.Any(setting => setting.Parameter == index))
            {
                continue;
            }

            if (PriorQuantile.Obstacle(prior) is { } obstacle)
            {
                return $"the prior of '{scenario.Parameters[index].Name}' cannot be laid out: {obstacle}; set it by --set, or "
                    + "name "
                    + "the inputs by --input";
            }

            inputs.Add(SpaceInput.OfPrior(index, prior));
        }

        return null;
    }

    private static string? ReadOne(Scenario scenario, string text, out SpaceInput? input)
    {
        input = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? text : text[..equals]).Trim();
        if (ParameterText.Find(scenario, name, out var index) is { } problem)
        {
            return problem;
        }

        if (!scenario.Parameters[index].Choices.IsEmpty)
        {
            return "it chooses between words, which have no range; sweep it, or set it by --set";
        }

        if (equals >= 0)
        {
            return ReadRange(scenario, index, text[(equals + 1)..].Split(':'), out input);
        }

        var parameter = scenario.Parameters[index];
        if (parameter.Prior is { } prior)
        {
            if (PriorQuantile.Obstacle(prior) is { } obstacle)
            {
                return $"its prior cannot be laid out: {obstacle}; give a range, as in '{name}=0:1'";
            }

            input = SpaceInput.OfPrior(index, prior);
            return null;
        }

        if (!double.IsFinite(parameter.Low) || !double.IsFinite(parameter.High))
        {
            return $"it has neither a prior nor a range in the file; give one, as in '{name}=0:1'";
        }

        input = SpaceInput.OfRange(index, parameter.Low, parameter.High);
        return null;
    }

    private static string? ReadRange(Scenario scenario, int index, string[] ends, out SpaceInput? input)
    {
        input = null;
        var name = scenario.Parameters[index].Name;
        if (ends.Length != 2)
        {
            return $"write the two ends of its range, as in '{name}=0:1'";
        }

        if (ParameterText.Ends(scenario, name, ends, out var low, out var high) is { } problem)
        {
            return problem;
        }

        if (!(low.Value < high.Value))
        {
            return "the range is empty: write the lower end first";
        }

        input = SpaceInput.OfRange(index, low.Value, high.Value);
        return null;
    }
}
