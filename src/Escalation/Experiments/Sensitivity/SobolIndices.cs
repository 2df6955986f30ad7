using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Variance-based sensitivity: which input the variance of a result comes from, and how much of what is seen is the
/// noise of the simulation.</summary>
/// <remarks>
/// <para>First order by Saltelli et al. (2010), Computer Physics Communications 181, 259–270, table 2 (b), about the mean; total
/// by Jansen (1999), ibid. 117, 35–43; variance from A and B together. With f the expected result at a point:
/// S = mean of f_B (f_AB − f_A) / V, ST = mean of ½ (f_A − f_AB)² / V.</para>
/// <para>What is known of f is a mean over m histories. Each square and product of such means holds the noise of the histories
/// besides; <see cref="SaltelliRows"/> tells how it is taken off, with and without common random numbers.</para>
/// <para>Points come in the order of <see cref="SaltelliDesign.Points"/>: row after row, within a row A, AB⁽¹⁾ … AB⁽ᵈ⁾, B.</para>
/// </remarks>
/// <param name="Inputs">The indices of each input.</param>
/// <param name="Variance">Variance of the expected result over the inputs, noise taken off, in the squared unit of the
/// result.</param>
/// <param name="NoiseVariance">Variance of the mean at one point that luck alone makes, s²/m, in the same unit; NaN if it is not
/// known.</param>
/// <param name="Rows">Number of rows N.</param>
public sealed record SobolIndices(
    ImmutableArray<SobolIndex> Inputs, BootstrapEstimate Variance, double NoiseVariance, int Rows)
{
    // What rounding leaves of the variance of equal numbers, relative to their square.
    private const double Rounding = 1e-28;

    /// <summary>Gets a value indicating whether the noise of the simulation was known and has been taken off.</summary>
    public bool IsNoiseKnown => !double.IsNaN(NoiseVariance);

    /// <summary>Gets the part of the variance of a point's mean that is luck: noise / (noise + variance), from 0 to 1; NaN if the
    /// noise is not known or nothing varies at all.</summary>
    public double NoiseShare => NoiseVariance / (NoiseVariance + Math.Max(Variance.Value, 0));

    /// <summary>Gets a value indicating whether the expected result varies over the inputs: its variance is above 0 by more than
    /// drawing rows anew can undo.</summary>
    public bool IsVarianceSeen => Variance.Interval.Lower > 0 && !double.IsNaN(Inputs[0].First.Value);

    /// <summary>Gets what is to be thought of the indices, in one sentence.</summary>
    public string Verdict => double.IsNaN(Inputs[0].First.Value)
        ? IsNoiseKnown
            ? "Nothing varies beyond noise: the points differ no more than luck alone makes them, and there are no indices."
            : "Nothing varies: all points have the same result, and there are no indices."
        : !IsVarianceSeen
            ? "The variance over the inputs cannot be told from noise: the indices mean little, and more replications a point "
                + "would help."
        : !IsNoiseKnown
            ? "The noise of the simulation is not known and not taken off: with luck in the model, indices of first order are "
                + "too low and total ones too high."
        : FormattableString.Invariant(
            $"The inputs explain the indices; {100 * NoiseShare:0.#} % of the variance of a point's mean is noise, taken off.");

    /// <summary>Estimates from all histories.</summary>
    /// <param name="inputs">Number of inputs d, at least 1.</param>
    /// <param name="outcomes">For each point its histories: as many for all, m at least 1, all finite. Histories of one place in
    /// different points may share their luck (common random numbers) or not; histories of different places must not.</param>
    /// <param name="plan">How intervals are found.</param>
    /// <returns>The indices. With m = 1 the noise is unknown and is not taken off.</returns>
    /// <exception cref="ArgumentException">The points are not whole rows, have different numbers of histories, or a result is not
    /// finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static SobolIndices OfReplications(int inputs, IReadOnlyList<double[]> outcomes, BootstrapPlan plan) =>
        Of(SaltelliRows.OfReplications(inputs, outcomes), plan);

    /// <summary>Estimates from means whose noise is independent between points.</summary>
    /// <param name="inputs">Number of inputs d, at least 1.</param>
    /// <param name="means">The mean of each point; finite.</param>
    /// <param name="noiseVariances">The variance of each mean, s²/m; empty: not known, and not taken off; 0 for a model without
    /// luck. With common random numbers give histories instead: the noise of differences is not that of independent
    /// means.</param>
    /// <param name="plan">How intervals are found.</param>
    /// <returns>The indices.</returns>
    /// <exception cref="ArgumentException">The points are not whole rows, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static SobolIndices OfMeans(
        int inputs, ReadOnlySpan<double> means, ReadOnlySpan<double> noiseVariances, BootstrapPlan plan) =>
        Of(SaltelliRows.OfMeans(inputs, means, noiseVariances), plan);

    private static SobolIndices Of(SaltelliRows rows, BootstrapPlan plan)
    {
        // Figure 0 is the variance, then come first and total index of each input.
        var found = Bootstrap.Of(plan, rows.Count, 1 + (2 * rows.Inputs), rows.Indices);
        var isConstant = !(found[0].Value > Rounding * rows.Scale * rows.Scale);
        var indices = Enumerable.Range(0, rows.Inputs).Select(input => isConstant
            ? new SobolIndex(BootstrapEstimate.None, BootstrapEstimate.None)
            : new SobolIndex(found[1 + (2 * input)], found[2 + (2 * input)]));
        return new([.. indices], found[0], rows.NoiseVariance, rows.Count);
    }
}
