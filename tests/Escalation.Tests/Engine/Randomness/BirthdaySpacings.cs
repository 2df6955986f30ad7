namespace Escalation.Tests.Engine.Randomness;

/// <summary>Birthday spacings: n birthdays in a year of k days; the number of spacings between sorted birthdays that occur
/// before follows Poisson's law with mean n³/4k.</summary>
/// <remarks>
/// Marsaglia (1985), A Current View of Random Number Generators; Knuth, The Art of Computer Programming 2, 3.3.2 J; L'Ecuyer
/// and Simard (2001), Mathematics and Computers in Simulation 55, 131–137. For the law to hold closely TestU01 asks that in N
/// years of mean λ 8 N λ is at most the fourth root of k: with n = 2¹⁶ and k = 2⁴⁴ it is 128, and the root 2,048.
/// </remarks>
internal static class BirthdaySpacings
{
    private const int Birthdays = 1 << 16;
    private const int DayBits = 44;
    private const int Years = 4;
    private const int YearsOfPairs = 3;

    /// <summary>Mean number of repeated spacings in a year: n³/4k.</summary>
    public const double Mean = (double)Birthdays * Birthdays * Birthdays / (4.0 * (1UL << DayBits));

    /// <summary>Birthdays are the high 44 bits of words.</summary>
    public static double OfWords(ulong[] words)
    {
        var repeats = 0;
        for (var year = 0; year < Years; year++)
        {
            var start = year * Birthdays;
            repeats += Repeats(i => words[start + i] >> (64 - DayBits));
        }

        return PValue.OfPoisson(repeats, Years * Mean);
    }

    /// <summary>Birthdays are the high 22 bits of two neighbours.</summary>
    public static double OfPairs(ulong[] words)
    {
        var repeats = 0;
        for (var year = 0; year < YearsOfPairs; year++)
        {
            var start = year * Birthdays * CellCounts.Stride;
            repeats += Repeats(i => Day(words.AsSpan(start + (i * CellCounts.Stride), 2)));
        }

        return PValue.OfPoisson(repeats, YearsOfPairs * Mean);
    }

    private static ulong Day(ReadOnlySpan<ulong> pair) =>
        ((pair[0] >> (64 - (DayBits / 2))) << (DayBits / 2)) | (pair[1] >> (64 - (DayBits / 2)));

    private static int Repeats(Func<int, ulong> day)
    {
        var days = new ulong[Birthdays];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = day(i);
        }

        Array.Sort(days);

        // The year is a circle: the last spacing runs into the next year.
        var spacings = new ulong[Birthdays];
        for (var i = 1; i < days.Length; i++)
        {
            spacings[i] = days[i] - days[i - 1];
        }

        spacings[0] = (1UL << DayBits) + days[0] - days[^1];
        Array.Sort(spacings);
        var repeats = 0;
        for (var i = 1; i < spacings.Length; i++)
        {
            repeats += spacings[i] == spacings[i - 1] ? 1 : 0;
        }

        return repeats;
    }
}
