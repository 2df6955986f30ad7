using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>What both sides of a game do: chances of each row and of each column.</summary>
/// <param name="Rows">Chances of the rows; not negative, together 1.</param>
/// <param name="Columns">Chances of the columns; not negative, together 1.</param>
public sealed record MixedProfile(ImmutableArray<double> Rows, ImmutableArray<double> Columns)
{
    /// <summary>Each side does one thing.</summary>
    /// <param name="rowCount">How many rows there are.</param>
    /// <param name="columnCount">How many columns there are.</param>
    /// <param name="row">The row that is played.</param>
    /// <param name="column">The column that is played.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or column.</exception>
    public static MixedProfile Pure(int rowCount, int columnCount, int row, int column) =>
        new(Only(rowCount, row), Only(columnCount, column));

    /// <summary>Each side does everything with the same chance.</summary>
    /// <param name="rowCount">How many rows there are; at least 1.</param>
    /// <param name="columnCount">How many columns there are; at least 1.</param>
    /// <returns>The profile.</returns>
    public static MixedProfile Even(int rowCount, int columnCount) => new(
        [.. Enumerable.Repeat(1.0 / rowCount, rowCount)], [.. Enumerable.Repeat(1.0 / columnCount, columnCount)]);

    /// <summary>The greatest difference between the chances of two profiles of one game.</summary>
    /// <param name="other">The other profile.</param>
    /// <returns>From 0 to 1.</returns>
    public double DistanceTo(MixedProfile other) => Math.Max(
        Rows.Zip(other.Rows, (one, two) => Math.Abs(one - two)).Max(),
        Columns.Zip(other.Columns, (one, two) => Math.Abs(one - two)).Max());

    private static ImmutableArray<double> Only(int count, int chosen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(chosen);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chosen, count);
        return [.. Enumerable.Range(0, count).Select(place => place == chosen ? 1.0 : 0)];
    }
}
