using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>A stretch of a density.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="Density">Its density, per unit of X.</param>
public readonly record struct DensityStep(double X, double Density);

/// <summary>What was thought of an uncertainty before the data and after them.</summary>
public static class PriorPosterior
{
    /// <summary>The chart.</summary>
    /// <param name="name">Name of the uncertainty.</param>
    /// <param name="unit">Its unit; empty: none.</param>
    /// <param name="prior">The prior, by stretches; the last one ends it and has no density.</param>
    /// <param name="posterior">The posterior, on the same stretches.</param>
    /// <param name="median">Median of the posterior.</param>
    /// <param name="contraction">The share of the prior's variance that is gone; NaN if that cannot be told from chance.</param>
    /// <param name="caption">How many, how sure, from where.</param>
    public static Chart Of(
        string name,
        string unit,
        IReadOnlyList<DensityStep> prior,
        IReadOnlyList<DensityStep> posterior,
        double median,
        double contraction,
        string caption)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(posterior);
        return new Chart
        {
            Name = $"posterior-{FileName.Of(name)}",
            Title = contraction > 0
                ? $"The targets take {FigureText.Share(contraction)} of the variance of {name} away"
                : $"The targets do not narrow {name}",
            Caption = caption,
            Description = $"Two densities of {name}: prior and posterior, whose median is {FigureText.Number(median)}.",
            X = new Axis(Sample.Axis(name, unit), FileName.Field(name, unit)),
            Y = new Axis("Density", "density") { HasZero = true },
            Layers =
            [
                new Layer(Mark.Step, Data(prior)) { Name = "prior", Colour = -1, IsQuiet = true },
                new Layer(Mark.Step, Data(posterior)) { Name = "posterior" },
                new Layer(Mark.Rule, [new Datum { X = median, Text = "median" }]) { Colour = -1 },
            ],
        };
    }

    private static ImmutableArray<Datum> Data(IReadOnlyList<DensityStep> steps) =>
        [.. steps.Select(step => new Datum { X = step.X, Y = step.Density })];
}
