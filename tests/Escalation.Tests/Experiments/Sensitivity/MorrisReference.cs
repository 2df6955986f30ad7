using Escalation.Experiments;

namespace Escalation.Tests.Experiments;

/// <summary>The two models of the reference for Morris' method, and their given trajectories.</summary>
internal static class MorrisReference
{
    /// <summary>Linear terms, and products of two inputs with their coefficients.</summary>
    private static readonly Dictionary<string, (double[] Linear, (int One, int Other, double Factor)[] Products)> Models = new()
    {
        ["linear"] = ([3, -2, 0.5, 0, 7], []),
        ["interaction"] = ([4, -3, 1, 2, 0, 0], [(0, 1, 5), (1, 2, -4), (3, 4, 3), (0, 3, -2)]),
    };

    public static MorrisTrajectories Design(string model) => new(model == "linear"
        ?
        [
            At([0, 1, 2, 3, 0], [1, 4, 2, 5, 3]),
            At([3, 0, 1, 1, 2], [5, 3, 1, 2, 4]),
        ]
        :
        [
            At([0, 1, 2, 3, 0, 1], [1, 4, 2, 5, 3, 6]),
            At([3, 0, 1, 1, 2, 2], [5, 3, 1, 2, 4, 6]),
            At([1, 1, 0, 2, 3, 0], [6, 5, 4, 1, 2, 3]),
            At([0, 3, 3, 0, 1, 1], [4, 2, 1, 6, 5, 3]),
        ]);

    public static double Value(string model, ReadOnlySpan<double> x)
    {
        var (linear, products) = Models[model];
        var sum = 0.0;
        for (var input = 0; input < linear.Length; input++)
        {
            sum += linear[input] * x[input];
        }

        foreach (var (one, other, factor) in products)
        {
            sum += factor * x[one] * x[other];
        }

        return sum;
    }

    // Moves are counted from 1; with four levels a step of two goes up from 0 and 1.
    private static MorrisTrajectory At(int[] start, int[] moves) =>
        new([.. start], [.. moves.Select(move => move - 1)], [.. start.Select(level => level < 2 ? 1 : -1)]);
}
