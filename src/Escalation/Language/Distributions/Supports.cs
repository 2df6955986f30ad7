namespace Escalation.Language;

/// <summary>Where draws can lie, for several distributions alike.</summary>
internal static class Supports
{
    /// <summary>Draws that are not negative and scale with a parameter, so that they are 0 if it is.</summary>
    public static Bounds OfMean(Bounds mean) => mean.High <= 0 ? new Bounds(0, 0) : Bounds.NotNegative;
}
