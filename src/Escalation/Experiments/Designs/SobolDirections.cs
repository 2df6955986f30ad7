using System.Globalization;

namespace Escalation.Experiments;

/// <summary>The direction numbers of Joe and Kuo for Sobol' sequences.</summary>
/// <remarks>Recurrence of Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7, 86–112, as Joe and Kuo
/// (2008), SIAM Journal on Scientific Computing 30, 2635–2654, write it: m_k = 2 a_1 m_(k−1) ⊕ 4 a_2 m_(k−2) ⊕ … ⊕ 2^s m_(k−s) ⊕
/// m_(k−s). The table with its licence is <c>joe-kuo-6.1111.txt</c>.</remarks>
internal static class SobolDirections
{
    /// <summary>Binary digits of a coordinate, and so 2³² different points.</summary>
    public const int Digits = 32;

    private const string Table = "Designs.joe-kuo-6.1111.txt";

    private static readonly uint[][] All = [.. Read()];

    /// <summary>How many dimensions there are.</summary>
    public static int Count => All.Length;

    /// <summary>The direction numbers of a dimension: place k holds m_(k+1) · 2^(31 − k).</summary>
    /// <param name="dimension">Index of the dimension.</param>
    public static ReadOnlySpan<uint> Of(int dimension) => All[dimension];

    private static IEnumerable<uint[]> Read()
    {
        // The first dimension has no polynomial: all its m are 1, which makes it the sequence of van der Corput.
        yield return [.. Enumerable.Range(0, Digits).Select(place => 1u << (Digits - 1 - place))];
        using var stream = typeof(SobolDirections).Assembly.GetManifestResourceStream(Table)
            ?? throw new FileNotFoundException("The table of direction numbers is not in the assembly.", Table);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#')
            {
                yield return Complete([.. line.Split(' ').Select(text => uint.Parse(text, CultureInfo.InvariantCulture))]);
            }
        }
    }

    // Of a line s a m_1 … m_s.
    private static uint[] Complete(uint[] line)
    {
        var (degree, coefficients) = ((int)line[0], line[1]);
        var directions = new uint[Digits];
        for (var place = 0; place < Digits; place++)
        {
            if (place < degree)
            {
                directions[place] = line[place + 2] << (Digits - 1 - place);
                continue;
            }

            var next = directions[place - degree] ^ (directions[place - degree] >> degree);
            for (var back = 1; back < degree; back++)
            {
                next ^= ((coefficients >> (degree - 1 - back)) & 1) * directions[place - back];
            }

            directions[place] = next;
        }

        return directions;
    }
}
