using System.CommandLine;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Report;
using Escalation.Simulation;

namespace Escalation.Cli;

/// <summary>What every experiment with a scenario begins with.</summary>
/// <param name="Request">What the command line asks of any experiment.</param>
/// <param name="Loaded">The scenario.</param>
/// <param name="Basis">Values of the parameters that no point changes.</param>
/// <param name="Asked">What is asked about.</param>
internal sealed record ExperimentStart(
    ExperimentRequest Request, LoadedScenario Loaded, ParameterChoice Basis, Question Asked)
{
    /// <summary>Does an experiment.</summary>
    /// <param name="start">What it begins with.</param>
    /// <param name="code">The exit code.</param>
    /// <returns>What is wrong with the command line; null if nothing is, and the experiment was done.</returns>
    internal delegate string? Doing(ExperimentStart start, out int code);

    /// <summary>Reads what an experiment begins with and does it; what is wrong is told.</summary>
    /// <param name="session">Where it is told.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options that all experiments share.</param>
    /// <param name="parameters">Which values are chosen.</param>
    /// <param name="question">The options that say what is asked about; null: the verb has none.</param>
    /// <param name="doing">Does the experiment.</param>
    /// <returns>The exit code.</returns>
    internal static int Then(
        Session session,
        Command verb,
        ParseResult parsed,
        ExperimentOptions options,
        ParameterRequest parameters,
        QuestionOptions? question,
        Doing doing)
    {
        var request = options.Read(session, parsed);
        if (!LoadedScenario.TryRead(request.ScenarioPath, session.Terminal, request.IsQuiet, out var loaded))
        {
            return ExitCode.Failed;
        }

        string? nearest = null;
        var asked = new Question(0, []);
        var code = ExitCode.Failed;
        var problem = parameters.Resolve(loaded.Scenario, out var basis)
            ?? question?.Read(parsed, loaded.Scenario, out asked, out nearest);
        try
        {
            problem ??= doing(new(request, loaded, basis, asked), out code);
        }
        catch (FormulaFaultException fault)
        {
            session.Terminal.Fail($"a prior has no value at some point: {fault.Message}");
            return ExitCode.Failed;
        }

        if (problem is null)
        {
            return code;
        }

        session.Terminal.Error.WriteLine(UsageErrors.Message(verb, problem, nearest));
        return ExitCode.Usage;
    }

    /// <summary>Where a point lies, by what was varied.</summary>
    internal string PlaceOf(InputSpace space, Point point) =>
        FindingsText.Place(Loaded.Scenario, space.Inputs.Select(input => input.Parameter), point);
}
