using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Results;

namespace Escalation.Cli;

/// <summary>The option <c>--write</c>: the scenario with its posterior in place of its priors.</summary>
internal sealed class WriteOption
{
    /// <summary>The option.</summary>
    internal Option<string?> Option { get; } = new("--write")
    {
        HelpName = "FILE",
        Description = "Writes the scenario with the posterior in place of the priors; all else stays as it is. The file must be "
            + "a new one, unless there is --force.",
    };

    /// <summary>Reads it.</summary>
    /// <param name="session">What is resumed.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">What the command line asks for.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="space">What is calibrated.</param>
    /// <param name="file">The file; null: none is wanted.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(
        Session session, ParseResult parsed, ExperimentRequest request, Scenario scenario, InputSpace space, out string? file)
    {
        file = parsed.GetValue(Option);
        if (file is null)
        {
            return null;
        }

        if (space.Inputs.All(input => scenario.Parameters[input.Parameter].IsLever))
        {
            return "--write: levers have no priors, and nothing else is calibrated";
        }

        if (Directory.Exists(file))
        {
            return $"--write {file}: this is a folder; name a file";
        }

        return File.Exists(file) && !request.IsForced && session.Resumed is null
            ? $"--write {file}: the file is there already; give another name, or --force to replace it"
            : null;
    }

    /// <summary>Writes the scenario.</summary>
    /// <param name="file">Where to.</param>
    /// <param name="source">The scenario as it was.</param>
    /// <param name="result">The posterior.</param>
    /// <returns>Null, or why it could not be written.</returns>
    internal static string? Write(string file, ScenarioText source, CalibrationResult result)
    {
        var scenario = result.Plan.Readings.Scenario;
        var laws = PosteriorLaws.Of(result);
        ImmutableArray<PriorEdit> edits =
        [
            .. laws.Laws.Select(law => new PriorEdit(
                scenario.Parameters[law.Parameter].Name,
                PosteriorText.Prior(scenario, laws.Laws, law),
                PosteriorText.Median(law.Median, scenario.Parameters[law.Parameter].Quantity))),
        ];
        var text = ScenarioEdit.WithPriors(source, edits, Comment(scenario, source, result, laws));
        return NewFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(text)), isForced: true);
    }

    private static ImmutableArray<string> Comment(
        Scenario scenario, ScenarioText source, CalibrationResult result, PosteriorLaws laws)
    {
        string Names(IEnumerable<int> parameters) =>
            string.Join(", ", parameters.Select(index => scenario.Parameters[index].Name));

        var plan = result.Plan;
        var targets = plan.Readings.Source.Select(target => target.Table.Length > 0 ? target.Table : target.Title).Distinct();
        return
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"Calibrated by 'escalate calibrate' from the scenario with SHA-256 {source.Sha256Hex[..12]}, seed {plan.Seed}."),
            $"Fitted: {Prose.Harmless(string.Join(", ", targets))}. Do not judge it by these.",
            laws.Laws.IsEmpty ? "The targets taught nothing: every prior stayed."
                : $"Posteriors stand as priors of {Names(laws.Laws.Select(law => law.Parameter))}; each reads those before it.",
            string.Create(
                CultureInfo.InvariantCulture,
                $"These laws differ from the {result.Sampler.Cloud.Count:N0} particles by at most {laws.Distance:0.000} in any ")
                + "share.",
            .. laws.Left.IsEmpty ? ImmutableArray<string>.Empty
                : [.. laws.Left.Select(one => $"As it was: {scenario.Parameters[one.Parameter].Name}, for {one.Reason}.")],
        ];
    }
}
