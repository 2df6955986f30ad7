using System.Collections.Immutable;

namespace Escalation.Verification;

/// <summary>How a figure is estimated: a kind of estimate, of one or two columns of the rows.</summary>
/// <param name="Kind">What is computed.</param>
/// <param name="Columns">The columns; one of the case <c>x</c> of the scenario file is called <c>x.column</c>.</param>
public sealed record EstimateForm(EstimateKind Kind, ImmutableArray<string> Columns)
{
    // In the order of the kinds.
    private static readonly ImmutableArray<string> Words =
        ["probability", "mean", "variance", "covariance", "ratio", "difference"];

    /// <summary>Reads a form such as <c>ratio(both, given)</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The form.</returns>
    /// <exception cref="FormatException">The text is no form, or its kind is unknown.</exception>
    public static EstimateForm Parse(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var kind = bracket < 0 || !text.EndsWith(')') ? -1 : Words.IndexOf(text[..bracket]);
        if (kind < 0)
        {
            throw new FormatException($"'{text}' is no estimate: write 'mean(attacks)' or 'ratio(both, given)'");
        }

        return new((EstimateKind)kind, [.. text[(bracket + 1)..^1].Split(',', StringSplitOptions.TrimEntries)]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Words[(int)Kind]}({string.Join(", ", Columns)})";
}

/// <summary>What is computed from the columns of the rows.</summary>
public enum EstimateKind
{
    /// <summary>The share of replications in which a truth holds.</summary>
    Probability,

    /// <summary>The mean of a number.</summary>
    Mean,

    /// <summary>The variance of a number, with divisor n − 1.</summary>
    Variance,

    /// <summary>The covariance of two numbers, with divisor n − 1.</summary>
    Covariance,

    /// <summary>The share of replications with one truth among those with another; the first implies the second.</summary>
    Ratio,

    /// <summary>The mean of the first number less the second, replication by replication.</summary>
    Difference,
}
