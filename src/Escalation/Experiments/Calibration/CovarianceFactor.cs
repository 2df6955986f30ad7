using System.Diagnostics;

namespace Escalation.Experiments;

/// <summary>The lower triangle L with L Lᵀ = C of a covariance matrix: draws, distances and equations of that shape.</summary>
/// <remarks>Golub and Van Loan (2013), Matrix Computations, algorithm 4.2.1.</remarks>
internal sealed class CovarianceFactor
{
    // Added to each variance, in parts of it and of 1: particles that all agree in a coordinate, or in a combination of them,
    // would leave no matrix to divide by.
    private const double RelativeFloor = 1e-9;
    private const double AbsoluteFloor = 1e-12;

    private readonly int dimensions;
    private readonly double[] lower;

    private CovarianceFactor(int dimensions, double[] lower) => (this.dimensions, this.lower) = (dimensions, lower);

    /// <summary>ln det C.</summary>
    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var row = 0; row < dimensions; row++)
            {
                sum += 2 * Math.Log(lower[(row * dimensions) + row]);
            }

            return sum;
        }
    }

    /// <summary>Factors a matrix.</summary>
    /// <param name="covariance">Row after row; symmetric, no negative eigenvalue but by rounding.</param>
    /// <param name="dimensions">Number of rows.</param>
    public static CovarianceFactor Of(ReadOnlySpan<double> covariance, int dimensions)
    {
        Debug.Assert(covariance.Length == dimensions * dimensions, "A matrix has d times d numbers.");
        var lower = new double[covariance.Length];
        for (var row = 0; row < dimensions; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = covariance[(row * dimensions) + column];
                for (var k = 0; k < column; k++)
                {
                    rest -= lower[(row * dimensions) + k] * lower[(column * dimensions) + k];
                }

                var floor = (RelativeFloor * covariance[(row * dimensions) + row]) + AbsoluteFloor;
                lower[(row * dimensions) + column] = column == row
                    ? Math.Sqrt(Math.Max(rest + floor, floor))
                    : rest / lower[(column * dimensions) + column];
            }
        }

        return new(dimensions, lower);
    }

    /// <summary>Writes L x.</summary>
    public void Multiply(ReadOnlySpan<double> x, Span<double> product)
    {
        for (var row = dimensions - 1; row >= 0; row--)
        {
            var sum = 0.0;
            for (var column = 0; column <= row; column++)
            {
                sum += lower[(row * dimensions) + column] * x[column];
            }

            product[row] = sum;
        }
    }

    /// <summary>Writes L⁻¹ x, in which lengths are those in units of C. May write over x.</summary>
    public void Divide(ReadOnlySpan<double> x, Span<double> quotient)
    {
        for (var row = 0; row < dimensions; row++)
        {
            var rest = x[row];
            for (var column = 0; column < row; column++)
            {
                rest -= lower[(row * dimensions) + column] * quotient[column];
            }

            quotient[row] = rest / lower[(row * dimensions) + row];
        }
    }

    /// <summary>Writes the solution of C y = x. May write over x.</summary>
    public void Solve(ReadOnlySpan<double> x, Span<double> solution)
    {
        Divide(x, solution);
        for (var row = dimensions - 1; row >= 0; row--)
        {
            var rest = solution[row];
            for (var below = row + 1; below < dimensions; below++)
            {
                rest -= lower[(below * dimensions) + row] * solution[below];
            }

            solution[row] = rest / lower[(row * dimensions) + row];
        }
    }
}
