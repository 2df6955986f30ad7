using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Whether a value may be given to a parameter.</summary>
internal static class ParameterRange
{
    /// <summary>What is wrong with a value.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">The value, in days or a day where it has a unit.</param>
    /// <returns>The message, or null if nothing is wrong.</returns>
    public static string? Fault(Parameter parameter, double value) =>
        value >= parameter.Low && value <= parameter.High
            ? null
            : $"{Written(value, parameter.Quantity)} lies outside the range of '{parameter.Name}', "
                + $"{Written(parameter.Low, parameter.Quantity)} to {Written(parameter.High, parameter.Quantity)}";

    /// <summary>A value as it is written in a file.</summary>
    /// <param name="value">The value.</param>
    /// <param name="quantity">Its type.</param>
    /// <returns>The text: "0.5", "2 d", "0.1 per d".</returns>
    public static string Written(double value, Quantity quantity)
    {
        var number = FormattableString.Invariant($"{value:R}");
        return quantity switch
        {
            Quantity.Duration => number + " d",
            Quantity.Rate => number + " per d",
            _ => number,
        };
    }
}
