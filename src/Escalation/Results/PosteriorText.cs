using System.Collections.Immutable;
using System.Globalization;
using Escalation.Experiments;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Results;

/// <summary>Laws of a posterior in the words of the language.</summary>
public static class PosteriorText
{
    /// <summary>A law as a prior.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="laws">All laws.</param>
    /// <param name="law">The law.</param>
    /// <returns>Such as <c>1 / (1 + exp(-normal(mean=0.3, sd=0.5)))</c>.</returns>
    public static string Prior(Scenario scenario, ImmutableArray<PosteriorLaw> laws, PosteriorLaw law)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(law);
        if (!law.Choices.IsEmpty)
        {
            var choices = law.Choices.Select(choice => $"{Exact(choice.Value)}={Short(choice.Weight)}");
            return $"choice({string.Join(", ", choices)})";
        }

        var mean = Short(law.Constant) + string.Concat(law.Slopes.Select(term =>
            $" {(term.Slope < 0 ? "-" : "+")} {Short(Math.Abs(term.Slope))} * {Place(scenario, laws[term.Law])}"));
        var quantity = scenario.Parameters[law.Parameter].Quantity;
        var draw = $"normal(mean={mean}, sd={Short(law.Spread)})";
        var low = law.Scale.Low == 0 ? "" : Value(law.Scale.Low, quantity) + " + ";
        return law.Scale.IsBounded ? $"{low}{Value(law.Scale.High - law.Scale.Low, quantity)} / (1 + exp(-{draw}))"
            : law.Scale.IsPositive ? $"{low}{Times(quantity)}exp({draw})"
            : $"{Times(quantity)}{draw}";
    }

    /// <summary>A median with its unit, to the digits that it may claim.</summary>
    /// <param name="value">The median, in days or a day.</param>
    /// <param name="quantity">Its type.</param>
    public static string Median(double value, Quantity quantity) =>
        Value(double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), quantity);

    /// <summary>A value with its unit, as the language reads it.</summary>
    /// <param name="value">The value, in days or a day.</param>
    /// <param name="quantity">Its type.</param>
    public static string Value(double value, Quantity quantity) => quantity switch
    {
        Quantity.Duration => $"{Exact(value)} d",
        Quantity.Rate => $"{Exact(value)} per d",
        _ => Exact(value),
    };

    // Where an uncertainty lies on the scale on which its own law is normal.
    private static string Place(Scenario scenario, PosteriorLaw law)
    {
        var (name, quantity) = (scenario.Parameters[law.Parameter].Name, scenario.Parameters[law.Parameter].Quantity);
        var above = law.Scale.Low == 0 ? name : $"({name} - {Signed(law.Scale.Low, quantity)})";
        return law.Scale.IsBounded ? $"log({above} / ({Value(law.Scale.High, quantity)} - {name}))"
            : law.Scale.IsPositive ? quantity == Quantity.Number ? $"log({above})" : $"log({above} / ({Value(1, quantity)}))"
            : quantity == Quantity.Number ? name
            : $"({name} / ({Value(1, quantity)}))";
    }

    private static string Times(Quantity quantity) => quantity == Quantity.Number ? "" : $"({Value(1, quantity)}) * ";

    private static string Signed(double value, Quantity quantity) =>
        value < 0 ? $"({Value(value, quantity)})" : Value(value, quantity);

    private static string Short(double value) => value.ToString("G5", CultureInfo.InvariantCulture).Replace('E', 'e');

    private static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e');
}
