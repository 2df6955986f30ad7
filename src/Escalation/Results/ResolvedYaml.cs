using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Results;

/// <summary>The file <c>resolved.yaml</c>: every lever and uncertainty as the run used it.</summary>
public static class ResolvedYaml
{
    /// <summary>Writes the file: YAML, LF, values with their units; <c>sampled</c> and the prior where one was drawn a
    /// replication.</summary>
    /// <param name="program">The compiled scenario.</param>
    /// <returns>The text.</returns>
    public static string Text(ScenarioProgram program)
    {
        var scenario = program.Scenario;
        var text = new StringBuilder();
        text.Append("# The levers and uncertainties that this run used. 'd' is days, 'per d' is a day.\n");
        text.Append("scenario: ").Append(Quoted(scenario.Name)).Append('\n');
        text.Append("horizon: ").Append(Number(program.HorizonDays)).Append(" d\n");
        Section(text, "levers", program, first: 0, end: scenario.LeverCount);
        Section(text, "uncertainties", program, first: scenario.LeverCount, end: scenario.Parameters.Length);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, ScenarioProgram program, int first, int end)
    {
        text.Append(title).Append(first == end ? ": {}\n" : ":\n");
        for (var index = first; index < end; index++)
        {
            var parameter = program.Scenario.Parameters[index];
            var value = Value(parameter, program.ParameterValues[index]);
            text.Append("  ").Append(parameter.Name).Append(": ").Append(value).Append('\n');
        }
    }

    private static string Value(Parameter parameter, double? value)
    {
        if (value is not { } fixedValue)
        {
            return $"sampled  # once a replication from {parameter.Prior?.Text}";
        }

        if (parameter.Word(fixedValue) is { } word)
        {
            return word;
        }

        var unit = JsonText.Unit(parameter.Quantity);
        return unit.Length == 0 ? Number(fixedValue) : $"{Number(fixedValue)} {unit}";
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    // A JSON string is a double-quoted scalar of YAML.
    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
