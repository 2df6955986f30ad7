using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>What one input does along trajectories.</summary>
/// <param name="Effects">The elementary effect of each trajectory: the change of the result by the length of the step, in the
/// unit of the result over the whole range of the input.</param>
/// <param name="Mu">Their mean μ: where up and down cancel, it hides an effect.</param>
/// <param name="MuStar">The mean of their magnitudes μ*: how much the input matters.</param>
/// <param name="Sigma">Their standard deviation σ with divisor r − 1: how much the effect depends on where one is, by curvature
/// or by other inputs; NaN with one trajectory.</param>
/// <param name="NoiseLevel">Standard deviation of one elementary effect that luck alone makes: √(s²_D/m)/Δ with s²_D the variance
/// of the difference between two points; NaN if it is not known.</param>
public sealed record MorrisEffect(
    ImmutableArray<double> Effects, BootstrapEstimate Mu, BootstrapEstimate MuStar, BootstrapEstimate Sigma, double NoiseLevel)
{
    /// <summary>Gets a value indicating whether no effect was seen: even the upper end of μ* is below the noise level, or there
    /// was no change at all.</summary>
    public bool IsNoEffectSeen => MuStar.Interval.Upper < NoiseLevel || (MuStar.Value == 0 && !(NoiseLevel > 0));

    /// <summary>Gets a value indicating whether an effect was seen beyond noise: even the lower end of μ* is above the noise
    /// level. Where the noise is not known, any change counts.</summary>
    public bool IsEffectSeen => double.IsNaN(NoiseLevel) ? MuStar.Value > 0 : MuStar.Interval.Lower > NoiseLevel;

    /// <summary>Gets what is to be thought of it.</summary>
    public string Verdict => IsNoEffectSeen ? "no effect seen" : IsEffectSeen ? "effect seen" : "not told from noise";
}
