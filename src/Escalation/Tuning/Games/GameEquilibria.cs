using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>All equilibria of a game, or the ends of all, if there are infinitely many.</summary>
/// <param name="Profiles">The equilibria: first those in which the first row is likeliest. At least one, as Nash (1950) proved;
/// in a game that is not degenerate an odd number (Wilson 1971).</param>
/// <param name="IsDegenerate">Whether against some mixture of k choices more than k answers are best. Then equilibria may come in
/// whole pieces, of which the corners are listed: every other one is a mixture of listed ones that share a side's mixture or
/// answer each other.</param>
/// <remarks>
/// Supports are enumerated for each side by itself: rows I and columns J of equal number for which one mixture over I makes all
/// of J equally good for the other side, and nothing else better. These are the corners of the polyhedra of best responses
/// (Mangasarian 1964, Journal of SIAM 12, 778–780); a pair of corners is an equilibrium if each uses only best answers to the
/// other (Avis, Rosenberg, Savani and von Stengel 2010, Economic Theory 42, 9–37). Where supports are tried in pairs instead,
/// degenerate games lose equilibria. An 8 × 8 game has 12,869 pairs of supports a side.
/// </remarks>
public sealed record GameEquilibria(ImmutableArray<MixedProfile> Profiles, bool IsDegenerate)
{
    private const int MostChoices = 10;

    /// <summary>Finds all.</summary>
    /// <param name="game">The game; at most 10 rows and 10 columns.</param>
    /// <returns>Its equilibria.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The game has more rows or columns.</exception>
    public static GameEquilibria Of(BimatrixGame game)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(game.RowCount, MostChoices, nameof(game));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(game.ColumnCount, MostChoices, nameof(game));
        var ofRows = ResponseCorner.All(game.RowCount, game.ColumnCount, game.ColumnLoss);
        var ofColumns = ResponseCorner.All(game.ColumnCount, game.RowCount, (column, row) => game.RowLoss(row, column));
        var profiles =
            from row in ofRows
            from column in ofColumns
            where (row.Support & ~column.BestAnswers) == 0 && (column.Support & ~row.BestAnswers) == 0
            select new MixedProfile(row.Chances, column.Chances);
        return new(
            [.. profiles.OrderByDescending(profile => profile, Comparer<MixedProfile>.Create(Compare))],
            ofRows.Concat(ofColumns).Any(corner => corner.IsDegenerate));
    }

    private static int Compare(MixedProfile one, MixedProfile other) =>
        one.Rows.Concat(one.Columns).Zip(other.Rows.Concat(other.Columns), (first, second) => first.CompareTo(second))
            .FirstOrDefault(order => order != 0);
}
