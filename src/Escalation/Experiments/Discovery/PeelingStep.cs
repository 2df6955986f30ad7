namespace Escalation.Experiments;

/// <summary>One box of a trajectory, counted on the futures that it was found among.</summary>
/// <param name="Move">How it came from the one before it.</param>
/// <param name="Box">The box.</param>
/// <param name="Points">Futures inside.</param>
/// <param name="Cases">The sum of their weights: cases of interest inside.</param>
/// <param name="Coverage">Share of all cases that are inside; NaN if there are none.</param>
/// <param name="Density">Share of the futures inside that are cases, the mean of their weights; NaN if the box is empty.</param>
/// <param name="Mass">Share of all futures that are inside; NaN without futures.</param>
/// <remarks>Coverage and density of the futures that chose the limits flatter the box: <see cref="BoxEstimate"/> on others does
/// not.</remarks>
public sealed record PeelingStep(
    PeelingMove Move, FutureBox Box, int Points, double Cases, double Coverage, double Density, double Mass)
{
    /// <summary>How many inputs are limited.</summary>
    public int LimitedInputs => Box.Limits.Length;

    /// <summary>Counts a box.</summary>
    internal static PeelingStep Of(PeelingMove move, FutureBox box, BoxCount inside, BoxCount all, Futures futures)
    {
        var cases = futures.InCases(inside.Units);
        return new(
            move,
            box,
            inside.Points,
            cases,
            all.Units == 0 ? double.NaN : (double)inside.Units / all.Units,
            inside.Points == 0 ? double.NaN : cases / inside.Points,
            all.Points == 0 ? double.NaN : (double)inside.Points / all.Points);
    }
}
