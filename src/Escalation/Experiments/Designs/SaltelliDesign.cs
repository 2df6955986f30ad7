namespace Escalation.Experiments;

/// <summary>The points at which Sobol' indices are estimated: each row has a point of A, for each input the same point with that
/// input taken from B, and the point of B.</summary>
/// <remarks>
/// <para>Saltelli et al. (2010), Computer Physics Communications 181, 259–270: A and B are the two halves of one scrambled Sobol'
/// set in 2d dimensions; AB⁽ⁱ⁾ is A with column i of B. N rows have N (d + 2) points.</para>
/// <para>A row does not depend on how many there are: to go from N to 2N rows only the new ones are evaluated.</para>
/// </remarks>
public sealed class SaltelliDesign
{
    private readonly DesignPoints halves;

    /// <summary>Initializes a new instance of the <see cref="SaltelliDesign"/> class.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="name">What it is for; another name gives other points.</param>
    /// <param name="rows">Number of rows, at least 1; take a power of two.</param>
    /// <param name="inputs">Number of inputs, from 1 to <see cref="MostInputs"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public SaltelliDesign(ulong seed, string name, int rows, int inputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs, MostInputs);
        halves = SobolSequence.Scrambled(seed, name, rows, 2 * inputs);
    }

    /// <summary>Gets the greatest number of inputs, 555: half of the dimensions of Sobol' points.</summary>
    public static int MostInputs => SobolSequence.MostDimensions / 2;

    /// <summary>Gets the number of rows N.</summary>
    public int Rows => halves.Count;

    /// <summary>Gets the number of inputs d.</summary>
    public int Inputs => halves.Dimensions / 2;

    /// <summary>Gets the number of points of a row: d + 2.</summary>
    public int PointsPerRow => PointsPerRowOf(Inputs);

    /// <summary>The number of points of a row.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <returns>One more than inputs for A and its changes, and one for B.</returns>
    public static int PointsPerRowOf(int inputs) => inputs + 2;

    /// <summary>How many histories a design takes: N (d + 2) m.</summary>
    /// <param name="rows">Number of rows N.</param>
    /// <param name="inputs">Number of inputs d.</param>
    /// <param name="replications">Replications a point m.</param>
    /// <returns>The product.</returns>
    /// <exception cref="OverflowException">It is beyond 2⁶³.</exception>
    public static long Cost(int rows, int inputs, int replications) =>
        checked((long)rows * PointsPerRowOf(inputs) * replications);

    /// <summary>All points: row after row; within a row A, then AB⁽¹⁾ to AB⁽ᵈ⁾, then B.</summary>
    /// <returns>N (d + 2) points in (0, 1)^d.</returns>
    public DesignPoints Points() => new(Rows * PointsPerRow, Inputs, (point, column) =>
    {
        var (row, place) = Math.DivRem(point, PointsPerRow);
        var isFromB = place == Inputs + 1 || place == column + 1;
        return halves[row, isFromB ? Inputs + column : column];
    });
}
