namespace Escalation.Tuning;

/// <summary>A sequence of profiles that has come to repeat itself.</summary>
/// <param name="Start">Index from which on it repeats.</param>
/// <param name="Period">After how many profiles it comes back; 1: it stays where it is.</param>
public sealed record ProfileCycle(int Start, int Period)
{
    /// <summary>Looks for a cycle at the end of a sequence.</summary>
    /// <param name="sequence">Profiles of one game, in order.</param>
    /// <param name="tolerance">Up to which difference of chances two profiles are the same; not negative.</param>
    /// <param name="rounds">How often the cycle must have been gone round, at least 2. Where each profile follows from the one
    /// before it, twice proves it; where there is noise, more are surer.</param>
    /// <returns>The shortest cycle; null if there is none yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or rounds fewer than 2.</exception>
    /// <remarks>Sides that answer each other at once, and not by averages, go round where there is no pure equilibrium that they
    /// come to.</remarks>
    public static ProfileCycle? Of(IReadOnlyList<MixedProfile> sequence, double tolerance = 0, int rounds = 2)
    {
        if (!(tolerance >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance is not negative.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 2);
        for (var period = 1; period <= sequence.Count / rounds; period++)
        {
            var start = sequence.Count - period;
            while (start > 0 && sequence[start - 1].DistanceTo(sequence[start - 1 + period]) <= tolerance)
            {
                start--;
            }

            if (sequence.Count - start >= period * rounds)
            {
                return new(start, period);
            }
        }

        return null;
    }
}
