namespace Escalation.Tuning;

/// <summary>Integrals of smooth functions of one variable.</summary>
/// <remarks>The pair of Gauss and Kronrod with 7 and 15 nodes, as in QUADPACK (Piessens, de Doncker-Kapenga, Überhuber and
/// Kahaner 1983, routine QK15), halved where the two differ.</remarks>
internal static class AdaptiveQuadrature
{
    private const int DeepestHalving = 30;

    // Nodes of Kronrod from outside inwards; those of Gauss are every second one. Weights of both.
    private static readonly double[] Nodes =
    [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
        0.741531185599394439863864773280788, 0.586087235467691130294144838258730, 0.405845151377397166906606412076961,
        0.207784955007898467600689403773245, 0,
    ];

    private static readonly double[] KronrodWeights =
    [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
        0.140653259715525918745189590510238, 0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
        0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
    ];

    private static readonly double[] GaussWeights =
    [
        0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975,
        0.417959183673469387755102040816327,
    ];

    /// <summary>The integral over neighbouring stretches.</summary>
    /// <param name="function">The function; finite between the edges, not asked at them.</param>
    /// <param name="edges">Where stretches begin and end, rising: places where the function bends, if they are known.</param>
    /// <param name="tolerance">Absolute error allowed in a stretch; it is met by far, for the difference of the two rules is
    /// that of the worse one.</param>
    /// <returns>The integral.</returns>
    public static double Integrate(Func<double, double> function, ReadOnlySpan<double> edges, double tolerance)
    {
        var sum = 0.0;
        for (var i = 1; i < edges.Length; i++)
        {
            sum += edges[i] > edges[i - 1] ? Stretch(function, edges[i - 1], edges[i], tolerance, DeepestHalving) : 0;
        }

        return sum;
    }

    private static double Stretch(Func<double, double> function, double low, double high, double tolerance, int halvings)
    {
        var (middle, half) = ((low + high) / 2, (high - low) / 2);
        var value = function(middle);
        var (kronrod, gauss) = (KronrodWeights[^1] * value, GaussWeights[^1] * value);
        for (var i = 0; i < Nodes.Length - 1; i++)
        {
            value = function(middle - (half * Nodes[i])) + function(middle + (half * Nodes[i]));
            kronrod += KronrodWeights[i] * value;
            gauss += i % 2 == 1 ? GaussWeights[i / 2] * value : 0;
        }

        return halvings == 0 || half * Math.Abs(kronrod - gauss) <= tolerance
            ? half * kronrod
            : Stretch(function, low, middle, tolerance / 2, halvings - 1)
                + Stretch(function, middle, high, tolerance / 2, halvings - 1);
    }
}
