using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Report.Page;

/// <summary>What was run: levers, uncertainties with priors and sources, outcomes.</summary>
internal static class ScenarioSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html page, RunData run, ScenarioProgram program)
    {
        var scenario = program.Scenario;
        page.Section("scenario");
        page.Element("p", scenario.About);
        if (run.Manifest.Case is { } title)
        {
            page.Element("p", $"Run as the case '{title}'.");
        }

        if (!run.Manifest.Settings.IsEmpty)
        {
            page.Element("p", $"Set for this run: {string.Join(", ", run.Manifest.Settings)}.");
        }

        if (scenario.LeverCount > 0)
        {
            page.Element("h3", "Levers").Table(
                "What actors may choose",
                [("lever", false), ("value", true), ("range", true), ("meaning", false)],
                Parameters(program, isLever: true).Select(one => new[]
                {
                    one.Parameter.Name, Value(one), Range(one.Parameter),
                    one.Parameter.About,
                }));
        }

        if (scenario.Parameters.Length > scenario.LeverCount)
        {
            page.Element("h3", "Uncertainties").Table(
                run.Manifest.IsSampled ? "What nobody knows; drawn anew in each history" : "What nobody knows; each at its value",
                [("uncertainty", false), ("value", true), ("prior", false), ("meaning", false), ("source", false)],
                Parameters(program, isLever: false).Select(one => new[]
                {
                    one.Parameter.Name, Value(one), one.Parameter.Prior?.Text ?? "–", one.Parameter.About, one.Parameter.Source,
                }));
        }

        page.Raw("</section>\n");
    }

    private static IEnumerable<(Parameter Parameter, double? Value)> Parameters(ScenarioProgram program, bool isLever) =>
        program.Scenario.Parameters.Zip(program.ParameterValues, (parameter, value) => (parameter, value))
            .Where(one => one.parameter.IsLever == isLever);

    private static string Range(Parameter lever) => lever.Choices.IsEmpty
        ? $"{Words.Number(lever.Low)} to {Words.Number(lever.High)}"
        : string.Join(", ", lever.Choices);

    private static string Value((Parameter Parameter, double? Value) one) => one.Value is { } value
        ? one.Parameter.Word(value) ?? $"{Words.Number(value)} {Results.JsonText.Unit(one.Parameter.Quantity)}".TrimEnd()
        : "drawn";
}
