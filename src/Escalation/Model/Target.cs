using Escalation.Language;

namespace Escalation.Model;

/// <summary>An observed value that calibration fits.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Of">What was observed, as written: name of a measure or outcome, or a formula.</param>
/// <param name="AtDay">The day of the observation, or null for the end.</param>
/// <param name="Observed">The observed value.</param>
/// <param name="Noise">The law of its error.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Where">Where it stands.</param>
public sealed record Target(
    string Title, string Of, double? AtDay, double Observed, TargetNoise Noise, string Source, SourceSpan Where)
{
    /// <summary>Index of the measure that was observed; −1 if it is none.</summary>
    public int Measure { get; init; } = -1;

    /// <summary>Index of the outcome that was observed; −1 if it is none.</summary>
    public int Outcome { get; init; } = -1;

    /// <summary>What was observed of many histories, <c>mean(losses)</c>; null if it is of one.</summary>
    public EstimateFormula? Formula { get; init; }

    /// <summary>What was observed is what a measure gained since this day; null: its value.</summary>
    public double? SinceDay { get; init; }

    /// <summary>The title of the table of which it is a row; empty if it stands alone.</summary>
    public string Table { get; init; } = "";
}

/// <summary>The law by which what was observed differs from what a model says.</summary>
public enum NoiseKind
{
    /// <summary>None: what was observed is what one history of the model shows.</summary>
    None,

    /// <summary>Normal about the model's value, with a known standard error.</summary>
    Normal,

    /// <summary>A Poisson count about the model's expected count.</summary>
    Poisson,

    /// <summary>A negative binomial count about the model's expected count.</summary>
    NegativeBinomial,
}

/// <summary>The error of an observation.</summary>
/// <param name="Kind">Its law.</param>
/// <param name="Size">The standard error of a normal one, in the unit of the observation, above 0; the shape of a negative
/// binomial one, above 0, NaN if it is fitted to the model's histories; else NaN.</param>
public sealed record TargetNoise(NoiseKind Kind, double Size)
{
    /// <summary>No error.</summary>
    public static TargetNoise None { get; } = new(NoiseKind.None, double.NaN);

    /// <summary>Gets a value indicating whether a count is observed about an expected count.</summary>
    public bool IsCount => Kind is NoiseKind.Poisson or NoiseKind.NegativeBinomial;
}
