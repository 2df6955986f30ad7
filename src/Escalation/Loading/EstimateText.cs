using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>What reading a formula of estimates gave: exactly one of a value and a problem.</summary>
/// <typeparam name="T">What it is read as.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Trouble">What is wrong and how to mend it, one line.</param>
public sealed record EstimateReading<T>(T? Value, string? Trouble)
    where T : class;

/// <summary>Reads formulas of estimates from a command line.</summary>
public static class EstimateText
{
    /// <summary>Reads <c>probability(war) + 0.1 * mean(losses)</c>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="text">The text.</param>
    public static EstimateReading<EstimateFormula> ReadObjective(Scenario scenario, string text) =>
        Read(scenario, text, static reader => reader.ReadObjective());

    /// <summary>Reads <c>mean(losses) &lt;= 3</c>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="text">The text.</param>
    public static EstimateReading<Constraint> ReadConstraint(Scenario scenario, string text) =>
        Read(scenario, text, static reader => reader.ReadConstraint());

    private static EstimateReading<T> Read<T>(Scenario scenario, string text, Func<EstimateReader, T?> read)
        where T : class
    {
        Problem? first = null;
        var line = text.Replace('\n', ' ').Replace('\r', ' ');
        var value = read(new EstimateReader(EstimateNames.Of(scenario), line, problem => first ??= problem));
        return first is null ? new(value, null)
            : new(null, SettingReading.TroubleOf(first.Message, string.IsNullOrEmpty(first.Hint) ? null : first.Hint));
    }
}
