using Escalation.Engine;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Continuous;

internal sealed class SymmetricEigenTests
{
    // The matrix of second differences: 2 − 2 cos(π k/(n + 1)).
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(30)]
    public void Known_eigenvalues_are_found(int n)
    {
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            matrix[(i * n) + i] = 2;
            for (var j = 0; j < n; j++)
            {
                matrix[(i * n) + j] = i == j ? 2 : Math.Abs(i - j) == 1 ? -1 : 0;
            }
        }

        var (values, _) = SymmetricEigen.Of(matrix, n);

        var expected = Enumerable.Range(1, n).Select(k => 2 - (2 * Math.Cos(Math.PI * k / (n + 1))));
        Assert.That(values.Order(), Is.EqualTo(expected).Within(1e-13));
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "42,1")]
    public bool A_matrix_is_its_axes_and_lengths(FsCheck.PositiveInt seed)
    {
        var stream = new KeyedStream(Key.Mix((ulong)seed.Get));
        var n = 1 + (seed.Get % 8);
        var root = Enumerable.Range(0, n * n).Select(_ => Math.Pow(NormalVariate.DrawUnit(ref stream), 3)).ToArray();
        var matrix = Product(n, (i, k) => root[(i * n) + k], (k, j) => root[(j * n) + k]);

        var (values, axes) = SymmetricEigen.Of(matrix, n);

        var again = Product(n, (i, k) => axes[(i * n) + k] * values[k], (k, j) => axes[(j * n) + k]);
        var unit = Product(n, (i, k) => axes[(k * n) + i], (k, j) => axes[(k * n) + j]);
        var size = matrix.Max(Math.Abs);
        return matrix.Zip(again, (a, b) => Math.Abs(a - b)).Max() <= 1e-13 * n * size
            && unit.Select((value, place) => Math.Abs(value - (place % (n + 1) == 0 ? 1 : 0))).Max() <= 1e-13;
    }

    private static double[] Product(int n, Func<int, int, double> left, Func<int, int, double> right) =>
        [.. Enumerable.Range(0, n * n)
            .Select(place => Enumerable.Range(0, n).Sum(k => left(place / n, k) * right(k, place % n)))];
}
