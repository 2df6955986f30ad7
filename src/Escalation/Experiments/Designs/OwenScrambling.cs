using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>A random permutation of the unit interval that keeps binary stretches together: nested uniform scrambling.</summary>
/// <remarks>
/// <para>Owen (1995): the interval is halved again and again, and at each halving of each stretch a fair coin says whether the
/// halves are exchanged. The coins are bits of a hash of the stretch, so that nothing is stored: the idea of Laine and Karras
/// (2011) and Burley (2020), Journal of Computer Graphics Techniques 9(4), but with a full mixing for each coin in place of their
/// cheap hash of all digits at once, whose coins depend on each other. It costs some 0.1 µs a coordinate, which is nothing beside
/// a history.</para>
/// </remarks>
/// <param name="key">Key of the column that is scrambled.</param>
internal readonly struct OwenScrambling(ulong key)
{
    // With the bit before them the digits make 53, and the last of them is 1: a double between 0 and 1, neither of them.
    private const int Kept = 52;
    private const double Unit = 1.0 / (1UL << (Kept + 1));

    private readonly ulong stem = Key.Stem(key);

    /// <summary>Where a point of the interval goes.</summary>
    /// <param name="digits">Its first 32 binary digits; all that follow are 0.</param>
    /// <returns>A point in (0, 1).</returns>
    public double Of(uint digits)
    {
        // The name of a stretch: its digits behind a 1, so that 0 and 00 differ. Below the digits that are given each stretch
        // holds one point at most, and its coins are the remaining bits of one hash.
        var flips = 0u;
        for (var place = 0; place < SobolDirections.Digits; place++)
        {
            var stretch = (1UL << place) | ((ulong)digits >> (SobolDirections.Digits - place));
            flips = (flips << 1) | (uint)(Key.Branch(stem, stretch) >> 63);
        }

        const int Below = Kept - SobolDirections.Digits;
        var rest = Key.Branch(stem, (1UL << SobolDirections.Digits) | digits) >> (64 - Below);
        var scrambled = ((ulong)(digits ^ flips) << Below) | rest;
        return ((2 * scrambled) + 1) * Unit;
    }
}
