namespace Escalation.Tuning;

/// <summary>How far points are from keeping their constraints g ≤ 0, as one number a point.</summary>
/// <remarks>Points that keep all are ranked by their values and come first; the others by how far they are off: Deb (2000),
/// Computer Methods in Applied Mechanics and Engineering 186, 311–338. Each constraint counts relative to the point that
/// violates it most, so that units do not matter.</remarks>
internal static class FeasibilityRanking
{
    /// <summary>The violations.</summary>
    /// <param name="constraints">For each point its constraints, as many for all; NaN counts as violated without end.</param>
    /// <returns>0 where all are kept, else above 0.</returns>
    public static double[] Violations(IReadOnlyList<double[]> constraints)
    {
        var count = constraints.Count == 0 ? 0 : constraints[0].Length;
        var violations = new double[constraints.Count];
        for (var j = 0; j < count; j++)
        {
            var worst = constraints.Max(point => double.IsFinite(point[j]) ? point[j] : 0);
            for (var i = 0; i < violations.Length; i++)
            {
                var g = constraints[i][j];
                violations[i] += g <= 0 ? 0 : double.IsFinite(g) ? g / worst : double.PositiveInfinity;
            }
        }

        return violations;
    }
}
