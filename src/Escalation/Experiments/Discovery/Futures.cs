using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Points that scenario discovery searches: one a future, with its inputs and how much of a case of interest it
/// is.</summary>
/// <remarks>
/// Immutable; any thread may read it. Weights are held as whole numbers of one small unit, so that sums over futures do not
/// depend on their order and a tie of two cuts is a tie.
/// </remarks>
public sealed class Futures
{
    /// <summary>The most futures: with more the exact comparison of cuts would not fit into 128 bits.</summary>
    public const int MostFutures = 1 << 21;

    /// <summary>The most values of an input that is categorical.</summary>
    public const int MostCategories = 64;

    // Weights that are no counts are rounded to 2⁻⁴⁰, which is less than any simulated share can tell.
    private const long FineScale = 1L << 40;

    private readonly double[][] columns;
    private readonly int[][] orders;
    private readonly long[] units;
    private readonly long scale;

    private Futures(ImmutableArray<FutureInput> inputs, double[][] columns, long[] units, long scale)
    {
        Inputs = inputs;
        this.columns = columns;
        this.units = units;
        this.scale = scale;
        orders = [.. columns.Select(Ascending)];
        foreach (var unit in units)
        {
            TotalUnits += unit;
        }
    }

    /// <summary>The inputs, in order.</summary>
    public ImmutableArray<FutureInput> Inputs { get; }

    /// <summary>How many futures there are.</summary>
    public int Count => units.Length;

    /// <summary>The sum of the weights: how many futures are cases of interest, if weights are 0 or 1.</summary>
    public double Cases => InCases(TotalUnits);

    /// <summary>The sum of the weights in their unit.</summary>
    internal long TotalUnits { get; }

    /// <summary>Takes futures in, each with a weight.</summary>
    /// <param name="inputs">The inputs; at least 1, names all different.</param>
    /// <param name="values">Their values, a row a future: all finite.</param>
    /// <param name="weights">One a future, from 0 to 1: whether it is a case of interest, or its chance to be one.</param>
    /// <returns>The futures.</returns>
    /// <exception cref="ArgumentException">Lengths do not go together, a value is not finite, a weight is not from 0 to 1, names
    /// repeat, or a categorical input has too many or broken values.</exception>
    public static Futures Of(ImmutableArray<FutureInput> inputs, ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var isPlain = true;
        for (var row = 0; row < weights.Length; row++)
        {
            if (!(weights[row] >= 0 && weights[row] <= 1))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"A weight lies from 0 to 1, but that of future {row} is {weights[row]}."),
                    nameof(weights));
            }

            isPlain &= weights[row] is 0 or 1;
        }

        var scale = isPlain ? 1 : FineScale;
        var units = new long[weights.Length];
        for (var row = 0; row < units.Length; row++)
        {
            units[row] = (long)Math.Round(weights[row] * scale);
        }

        return Make(inputs, values, units, scale);
    }

    /// <summary>Takes futures in of which each was run several times.</summary>
    /// <param name="inputs">The inputs; at least 1, names all different.</param>
    /// <param name="values">Their values, a row a future: all finite.</param>
    /// <param name="hits">In how many of its replications each future was a case of interest.</param>
    /// <param name="replications">Replications of each future, at least 1.</param>
    /// <returns>The futures, with weights hits/replications that are held exactly.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Of"/>; a count is not from 0 to <paramref name="replications"/>.
    /// </exception>
    public static Futures OfHits(
        ImmutableArray<FutureInput> inputs, ReadOnlySpan<double> values, ReadOnlySpan<int> hits, int replications)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 1);
        var units = new long[hits.Length];
        for (var row = 0; row < units.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(hits[row], nameof(hits));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(hits[row], replications, nameof(hits));
            units[row] = hits[row];
        }

        return Make(inputs, values, units, replications);
    }

    /// <summary>The value of an input in a future.</summary>
    /// <param name="future">Index of the future.</param>
    /// <param name="input">Index of the input.</param>
    /// <returns>The value, in days or a day where it has a unit.</returns>
    public double Value(int future, int input) => columns[input][future];

    /// <summary>The weight of a future.</summary>
    /// <param name="future">Index of the future.</param>
    /// <returns>From 0 to 1.</returns>
    public double Weight(int future) => InCases(units[future]);

    /// <summary>The least and the greatest value of an input.</summary>
    /// <param name="input">Index of the input.</param>
    /// <returns>Both; NaN without futures.</returns>
    public Interval Range(int input) => Count == 0
        ? new(double.NaN, double.NaN)
        : new(columns[input][orders[input][0]], columns[input][orders[input][^1]]);

    /// <summary>The futures that are in none of some boxes, such as those that are left when boxes were found.</summary>
    /// <param name="boxes">The boxes, over the same inputs.</param>
    /// <returns>The others, in their order.</returns>
    public Futures Outside(params IReadOnlyList<FutureBox> boxes)
    {
        int[] kept = [.. Enumerable.Range(0, Count).Where(row => !boxes.Any(box => box.Contains(this, row)))];
        return new(
            Inputs,
            [.. columns.Select(column => Array.ConvertAll(kept, row => column[row]))],
            Array.ConvertAll(kept, row => units[row]),
            scale);
    }

    /// <summary>The values of an input by future.</summary>
    internal ReadOnlySpan<double> Column(int input) => columns[input];

    /// <summary>Futures by ascending value of an input.</summary>
    internal ReadOnlySpan<int> Order(int input) => orders[input];

    /// <summary>The weight of a future in its unit.</summary>
    internal long Units(int future) => units[future];

    /// <summary>A sum of weights, from its unit.</summary>
    internal double InCases(long sum) => (double)sum / scale;

    /// <summary>The different values of an input, ascending.</summary>
    internal ImmutableArray<double> Categories(int input) => [.. columns[input].Distinct().Order()];

    /// <summary>Whether all values of an input are whole numbers.</summary>
    internal bool IsWhole(int input) => columns[input].All(value => value == Math.Floor(value));

    /// <summary>How many futures are in a box, and their weights.</summary>
    internal BoxCount CountIn(FutureBox box)
    {
        var (points, sum) = (0, 0L);
        for (var row = 0; row < Count; row++)
        {
            if (box.Contains(this, row))
            {
                points++;
                sum += units[row];
            }
        }

        return new(points, sum);
    }

    private static Futures Make(ImmutableArray<FutureInput> inputs, ReadOnlySpan<double> values, long[] units, long scale)
    {
        if (inputs.IsDefaultOrEmpty
            || inputs.Select(input => input.Name).Distinct(StringComparer.Ordinal).Count() < inputs.Length)
        {
            throw new ArgumentException("There is at least one input, and their names are all different.", nameof(inputs));
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(units.Length, MostFutures, nameof(values));
        if (values.Length != (long)inputs.Length * units.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"{units.Length} futures of {inputs.Length} inputs need as many values, but there are {values.Length}."),
                nameof(values));
        }

        var columns = new double[inputs.Length][];
        for (var input = 0; input < columns.Length; input++)
        {
            columns[input] = new double[units.Length];
            for (var row = 0; row < units.Length; row++)
            {
                columns[input][row] = values[(row * inputs.Length) + input];
            }

            CheckColumn(inputs[input], columns[input]);
        }

        return new(inputs, columns, units, scale);
    }

    private static void CheckColumn(FutureInput input, double[] column)
    {
        var broken = Array.FindIndex(column, value => !double.IsFinite(value));
        if (broken >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Values are finite, but '{input.Name}' is {column[broken]} in future {broken}."));
        }

        if (input.IsCategorical
            && (column.Any(value => value != Math.Floor(value)) || column.Distinct().Count() > MostCategories))
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"Categories are whole numbers, at most {MostCategories} different ones; those of '{input.Name}' are not."));
        }
    }

    private static int[] Ascending(double[] column)
    {
        int[] order = [.. Enumerable.Range(0, column.Length)];
        Array.Sort([.. column], order);
        return order;
    }
}
