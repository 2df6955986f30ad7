using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>The option <c>--lever</c> of a sweep: a lever or uncertainty and its values.</summary>
internal static class LeverOption
{
    private const int UsualCount = 11;

    /// <summary>More points nobody can look at.</summary>
    internal const int MostPoints = 100_000;

    /// <summary>Describes it.</summary>
    internal static Option<string[]> Make() => new("--lever", "-l")
    {
        HelpName = "NAME=VALUES",
        Description = "A lever or uncertainty and its values: from, to and how many, as in 'us_response=0:1:21'; a list, as in "
            + "'us_response=0,0.1,0.5'; or the name alone, for 11 values over its range or prior. With --design latin or sobol "
            + "the name alone, or 'NAME=LOW:HIGH'. May be repeated.",
        AllowMultipleArgumentsPerToken = false,
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Reads the values of the option.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="basis">Values of what is not swept.</param>
    /// <param name="texts">The values of the option.</param>
    /// <param name="axes">Along what the points lie.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal static string? Read(
        Scenario scenario, ParameterChoice basis, IReadOnlyList<string> texts, out ImmutableArray<PointAxis> axes)
    {
        axes = [];
        var found = ImmutableArray.CreateBuilder<PointAxis>();
        foreach (var text in texts)
        {
            if (ReadOne(scenario, basis, text, out var axis) is { } problem)
            {
                return $"--lever {text}: {problem}";
            }

            if (found.Any(other => other.Parameter == axis.Parameter))
            {
                return $"--lever: '{scenario.Parameters[axis.Parameter].Name}' is there twice; give all its values at once";
            }

            found.Add(axis);
        }

        if (found.Aggregate(1.0, (count, axis) => count * axis.Values.Length) > MostPoints)
        {
            return FormattableString.Invariant($"--lever: these are more than {MostPoints} points; take fewer values");
        }

        axes = found.ToImmutable();
        return null;
    }

    private static string? ReadOne(Scenario scenario, ParameterChoice basis, string text, out PointAxis axis)
    {
        axis = new(-1, []);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? text : text[..equals]).Trim();
        if (equals < 0)
        {
            return OverRange(scenario, basis, name, out axis);
        }

        var parts = text[(equals + 1)..].Split(':');
        return parts.Length switch
        {
            1 => List(scenario, name, parts[0], out axis),
            3 => FromTo(scenario, name, parts, out axis),
            _ => $"write from, to and how many, as in '{name}=0:1:21', or values with commas between them",
        };
    }

    private static string? OverRange(Scenario scenario, ParameterChoice basis, string name, out PointAxis axis)
    {
        axis = new(-1, []);
        if (ParameterText.Find(scenario, name, out var index) is { } problem)
        {
            return problem;
        }

        var parameter = scenario.Parameters[index];
        if (!parameter.Choices.IsEmpty)
        {
            axis = new(index, [.. parameter.Choices.Select((_, choice) => (double)choice)]);
            return null;
        }

        if (parameter.Prior is { } prior && PriorQuantile.Obstacle(prior) is null)
        {
            // In the middles of equal parts of its law, which may have no ends.
            var space = new InputSpace(scenario, basis, [SpaceInput.OfPrior(index, prior)]);
            var middles = Enumerable.Range(0, UsualCount).Select(place => space.At([(place + 0.5) / UsualCount]).Values[index]);
            axis = new(index, [.. middles.Distinct()]);
            return null;
        }

        if (!double.IsFinite(parameter.Low) || !double.IsFinite(parameter.High))
        {
            return $"'{name}' has no range in the file; give its values, as in '{name}=0:1:{UsualCount}'";
        }

        axis = new(index, PointAxis.Spread(parameter.Low, parameter.High, UsualCount));
        return null;
    }

    private static string? List(Scenario scenario, string name, string text, out PointAxis axis)
    {
        var problem = ParameterText.Values(scenario, name, text, out var parameter, out var values);
        axis = new(parameter, values);
        return problem;
    }

    private static string? FromTo(Scenario scenario, string name, string[] parts, out PointAxis axis)
    {
        axis = new(-1, []);
        if (ParameterText.Ends(scenario, name, parts, out var from, out var to) is { } problem)
        {
            return problem;
        }

        if (!int.TryParse(parts[2].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 2 or > MostPoints)
        {
            return $"'{parts[2]}' is not how many values: write a whole number, at least 2, as in '{name}=0:1:21'";
        }

        if (!scenario.Parameters[from.Parameter].Choices.IsEmpty)
        {
            return $"'{name}' chooses between words: name some, as in '{name}={parts[0]},{parts[1]}', or none for all";
        }

        if (from.Value == to.Value)
        {
            return $"from and to are the same: give one value, '{name}={parts[0]}', or two ends";
        }

        axis = new(from.Parameter, PointAxis.Spread(from.Value, to.Value, count));
        return null;
    }
}
