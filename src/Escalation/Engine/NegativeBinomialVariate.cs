namespace Escalation.Engine;

/// <summary>Negative binomial counts, by mean and shape: variance mean + mean² / shape.</summary>
/// <remarks>A Poisson count whose mean is a gamma number, which is exact: Greenwood and Yule (1920). Below shape 1 most counts
/// are small and few are large.</remarks>
public static class NegativeBinomialVariate
{
    /// <summary>Draws a count.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="mean">Mean; finite, not negative.</param>
    /// <param name="shape">Shape; finite, positive.</param>
    /// <returns>A whole number, not negative.</returns>
    public static double Draw(ref KeyedStream stream, double mean, double shape) =>
        PoissonVariate.Draw(ref stream, GammaVariate.Draw(ref stream, mean, shape));

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="shape">Shape.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double mean, double shape) => GammaVariate.Fault(mean, shape);
}
