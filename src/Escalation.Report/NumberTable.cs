using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using Escalation.Results;

namespace Escalation.Report;

/// <summary>A table of numbers by column; an empty cell is NaN.</summary>
public sealed class NumberTable
{
    private readonly double[][] columns;

    private NumberTable(ImmutableArray<string> names, double[][] columns, int count) =>
        (Names, this.columns, Count) = (names, columns, count);

    /// <summary>The names of its columns.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many rows it has.</summary>
    public int Count { get; }

    /// <summary>A column.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>One number a row; empty if there is no such column.</returns>
    public ReadOnlySpan<double> this[string name] =>
        Names.IndexOf(name) is >= 0 and var place ? columns[place].AsSpan(0, Count) : [];

    /// <summary>Reads a table of CSV with numbers alone below its head.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="RunFolderException">It cannot be read, or is not such a table.</exception>
    public static NumberTable Read(string path)
    {
        try
        {
            return Read(path, File.ReadAllBytes(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new RunFolderException($"cannot read '{path}': {cause.Message.TrimEnd('.')}", cause);
        }
    }

    private static NumberTable Read(string path, ReadOnlySpan<byte> text)
    {
        var head = text.IndexOf((byte)'\n');
        if (head < 0)
        {
            throw new RunFolderException($"cannot read '{path}': it has no head; run the scenario again");
        }

        ImmutableArray<string> names = [.. Encoding.UTF8.GetString(text[..head]).TrimEnd('\r').Split(',')];
        var rest = text[(head + 1)..];
        var rows = rest.Count((byte)'\n') + (rest.Length > 0 && rest[^1] != (byte)'\n' ? 1 : 0);
        var columns = names.Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
            rest = end < 0 ? [] : rest[(end + 1)..];
            for (var column = 0; column < columns.Length; column++)
            {
                var comma = line.IndexOf((byte)',');
                var cell = comma < 0 ? line : line[..comma];
                if ((comma < 0) != (column == columns.Length - 1) || !TryNumber(cell, out columns[column][row]))
                {
                    throw new RunFolderException(
                        FormattableString.Invariant($"cannot read '{path}': line {row + 2} is damaged; run the scenario again"));
                }

                line = comma < 0 ? [] : line[(comma + 1)..];
            }
        }

        return new NumberTable(names, columns, rows);
    }

    private static bool TryNumber(ReadOnlySpan<byte> cell, out double number)
    {
        number = double.NaN;
        return cell.IsEmpty || (Utf8Parser.TryParse(cell, out number, out var used) && used == cell.Length);
    }
}
