using Escalation.Engine;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Games;

/// <summary>Games whose equilibria are known; losses are minimised.</summary>
internal static class Games
{
    public static BimatrixGame Pennies { get; } = Opposed(2, -1, 1, 1, -1);

    // Stakes 2, 3, 5: the equilibrium has the chances 0.2, 0.3, 0.5, since the matrix takes them to 0.
    public static BimatrixGame RockPaperScissors { get; } = Opposed(3, 0, 5, -3, -5, 0, 2, 3, -2, 0);

    public static BimatrixGame Dilemma { get; } = new(2, 2, [1, 10, 0, 5], [1, 0, 10, 5]);

    // Swerve or go straight: a swerve against straight costs 1, going straight against it earns 1, a crash costs 4 each.
    public static BimatrixGame Chicken { get; } = new(2, 2, [0, 1, -1, 4], [0, -1, 1, 4]);

    // Von Stengel (2002), Handbook of Game Theory 3, chapter 45, with gains made losses.
    public static BimatrixGame ThreeByTwo { get; } = new(3, 2, [-3, -3, -2, -5, 0, -6], [-3, -2, -2, -6, -3, -1]);

    // Shapley (1964): each side wants another one of three pairs, so that fictitious play goes round.
    public static BimatrixGame Shapley { get; } =
        new(3, 3, [-1, 0, 0, 0, -1, 0, 0, 0, -1], [0, -1, 0, 0, 0, -1, -1, 0, 0]);

    public static BimatrixGame Coordination(int size)
    {
        var losses = new double[size * size];
        for (var place = 0; place < size; place++)
        {
            losses[(place * size) + place] = -1;
        }

        return new(size, size, losses, losses);
    }

    public static BimatrixGame Random(ulong seed, int rows, int columns)
    {
        var stream = KeyedStream.Derive(seed, Key.OfName("game"));
        double[] losses = [.. Enumerable.Range(0, 2 * rows * columns).Select(_ => (10 * stream.NextUniform()) - 5)];
        return new(rows, columns, losses.AsSpan(0, rows * columns), losses.AsSpan(rows * columns));
    }

    private static BimatrixGame Opposed(int size, params double[] losses) =>
        new(size, size, losses, [.. losses.Select(loss => -loss)]);
}
