namespace Escalation.Tuning;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix.</summary>
/// <remarks>Cyclic Jacobi rotations: Golub and Van Loan, Matrix Computations (2013), algorithm 8.5.3. For the tens of
/// dimensions of a search it is fast enough, precise for small eigenvalues, and gives the same bits everywhere, which a
/// library with processor-dependent kernels does not promise.</remarks>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;

    /// <summary>Decomposes C = B diag(values) Bᵀ.</summary>
    /// <param name="matrix">C, n × n row by row; only read.</param>
    /// <param name="n">Dimension.</param>
    /// <returns>The eigenvalues in no order, and B row by row: column j belongs to eigenvalue j.</returns>
    public static (double[] Values, double[] Vectors) Of(ReadOnlySpan<double> matrix, int n)
    {
        var a = matrix.ToArray();
        var b = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            b[(i * n) + i] = 1;
        }

        var isDiagonal = false;
        for (var sweep = 0; sweep < MostSweeps && !isDiagonal; sweep++)
        {
            isDiagonal = true;
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    // What is below the last digit of both diagonal elements rotates nothing.
                    var size = Math.Sqrt(Math.Abs(a[(p * n) + p] * a[(q * n) + q]));
                    if (Math.Abs(a[(p * n) + q]) > 1e-17 * size)
                    {
                        Rotate(a, b, n, p, q);
                        isDiagonal = false;
                    }
                }
            }
        }

        var values = new double[n];
        for (var i = 0; i < n; i++)
        {
            values[i] = a[(i * n) + i];
        }

        return (values, b);
    }

    private static void Rotate(double[] a, double[] b, int n, int p, int q)
    {
        var tau = (a[(q * n) + q] - a[(p * n) + p]) / (2 * a[(p * n) + q]);
        var t = (tau >= 0 ? 1 : -1) / (Math.Abs(tau) + Math.Sqrt(1 + (tau * tau)));
        var c = 1 / Math.Sqrt(1 + (t * t));
        var s = t * c;
        for (var k = 0; k < n; k++)
        {
            var (kp, kq) = (a[(k * n) + p], a[(k * n) + q]);
            a[(k * n) + p] = (c * kp) - (s * kq);
            a[(k * n) + q] = (s * kp) + (c * kq);
        }

        for (var k = 0; k < n; k++)
        {
            var (pk, qk) = (a[(p * n) + k], a[(q * n) + k]);
            a[(p * n) + k] = (c * pk) - (s * qk);
            a[(q * n) + k] = (s * pk) + (c * qk);
            var (bp, bq) = (b[(k * n) + p], b[(k * n) + q]);
            b[(k * n) + p] = (c * bp) - (s * bq);
            b[(k * n) + q] = (s * bp) + (c * bq);
        }

        a[(p * n) + q] = 0;
        a[(q * n) + p] = 0;
    }
}
