namespace Escalation.Language;

/// <summary>Finds what was probably meant.</summary>
public static class Suggestions
{
    /// <summary>The nearest name, if it is near enough to be meant.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="candidates">The names that could be meant.</param>
    /// <returns>The candidate with the fewest differences, the first of several; null if more than a third of the letters differ.
    /// Capitals do not count as differences.</returns>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var longer = Math.Max(name.Length, candidate.Length);
            if ((Math.Abs(name.Length - candidate.Length) * 3) > longer)
            {
                continue;
            }

            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < least && distance * 3 <= longer)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>How many letters must be changed, put in, left out or swapped with their neighbour to make one word of
    /// another.</summary>
    /// <remarks>Optimal string alignment: Damerau (1964), Communications of the ACM 7, 171–176; three rows of the table of
    /// Wagner and Fischer (1974), Journal of the ACM 21, 168–173.</remarks>
    internal static int Distance(string left, string right)
    {
        var (beforeLast, last, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var column = 0; column <= right.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= left.Length; line++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = left[line - 1] == right[column - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(last[column], row[column - 1]) + 1, last[column - 1] + change);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    distance = Math.Min(distance, beforeLast[column - 2] + 1);
                }

                row[column] = distance;
            }
        }

        return row[right.Length];
    }
}
