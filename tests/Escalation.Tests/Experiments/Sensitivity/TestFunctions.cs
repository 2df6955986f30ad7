using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Experiments.Estimates;

namespace Escalation.Tests.Experiments;

/// <summary>Functions of the unit cube whose indices are known exactly, and what is estimated of them.</summary>
internal static class TestFunctions
{
    public const string Ishigami = "ishigami a=7 b=0.1";
    public const string SobolG = "g a=0 1 4.5 9 99 99 99 99";

    private static readonly double[] Weights = [0, 1, 4.5, 9, 99, 99, 99, 99];

    public static int Inputs(string function) => function == Ishigami ? 3 : Weights.Length;

    public static double Value(string function, ReadOnlySpan<double> x) => function == Ishigami ? OfIshigami(x) : OfG(x);

    /// <summary>An exact quantity of the reference: mean, variance, S1 or ST of an input counted from 0.</summary>
    public static double Exact(string function, string quantity, int? input = null)
    {
        var index = input is { } place ? FormattableString.Invariant($"{place + 1}") : "";
        return ReferenceTable.Number(ReferenceTable.Rows("sobol.csv", "Sensitivity")
            .Single(row => row[0] == function && row[1] == quantity && row[2] == index)[3]);
    }

    /// <summary>The values at points.</summary>
    public static double[] Values(string function, DesignPoints points) =>
        [.. Enumerable.Range(0, points.Count).Select(point => Value(function, points.Row(point)))];

    /// <summary>Histories of points: value, normal noise of a point's own, and normal noise that the points of a row have in
    /// common in each history.</summary>
    public static double[][] Histories(
        double[] values, int pointsPerRow, int replications, double own, double common, ulong seed) =>
    [
        .. values.Select((value, point) =>
        {
            var histories = new double[replications];
            for (var r = 0; r < replications; r++)
            {
                var ofPoint = KeyedStream.Derive(seed, (ulong)point, (ulong)r);
                var ofRow = KeyedStream.Derive(~seed, (ulong)(point / pointsPerRow), (ulong)r);
                histories[r] = value + (own * NormalVariate.DrawUnit(ref ofPoint)) + (common * NormalVariate.DrawUnit(ref ofRow));
            }

            return histories;
        }),
    ];

    // Ishigami and Homma (1990), with x uniform from -pi to pi.
    private static double OfIshigami(ReadOnlySpan<double> u)
    {
        var (x1, x2, x3) = (Angle(u[0]), Angle(u[1]), Angle(u[2]));
        return Math.Sin(x1) + (7 * Math.Pow(Math.Sin(x2), 2)) + (0.1 * Math.Pow(x3, 4) * Math.Sin(x1));

        static double Angle(double of) => Math.PI * ((2 * of) - 1);
    }

    // Sobol' g.
    private static double OfG(ReadOnlySpan<double> u)
    {
        var product = 1.0;
        for (var input = 0; input < Weights.Length; input++)
        {
            product *= (Math.Abs((4 * u[input]) - 2) + Weights[input]) / (1 + Weights[input]);
        }

        return product;
    }
}
