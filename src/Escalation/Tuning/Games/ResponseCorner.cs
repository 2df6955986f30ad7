using System.Collections.Immutable;
using System.Numerics;

namespace Escalation.Tuning;

/// <summary>A mixture of one side against which as many answers of the other are best as determine it.</summary>
/// <param name="Chances">Chances of the side's choices.</param>
/// <param name="Support">Which of them are above 0, a bit each.</param>
/// <param name="BestAnswers">Which choices of the other side cost it least, a bit each.</param>
internal sealed record ResponseCorner(ImmutableArray<double> Chances, uint Support, uint BestAnswers)
{
    // Losses are brought to the range 0 to 1 before; what is nearer than this is the same.
    private const double Same = 1e-10;

    /// <summary>Whether more answers are best than determine the mixture.</summary>
    public bool IsDegenerate => BitOperations.PopCount(BestAnswers) > BitOperations.PopCount(Support);

    /// <summary>All of them, each once.</summary>
    /// <param name="choices">How many choices the side has.</param>
    /// <param name="answers">How many the other has.</param>
    /// <param name="loss">Loss of the other side by choice and answer.</param>
    public static List<ResponseCorner> All(int choices, int answers, Func<int, int, double> loss)
    {
        var scaled = Scaled(choices, answers, loss);
        var found = new Dictionary<(uint Support, uint BestAnswers), ResponseCorner>();
        for (var support = 1u; support < 1u << choices; support++)
        {
            for (var tied = 1u; tied < 1u << answers; tied++)
            {
                if (BitOperations.PopCount(support) == BitOperations.PopCount(tied)
                    && Corner(scaled, Places(support), Places(tied)) is { } corner)
                {
                    // Support and best answers determine the mixture, since some part of them does.
                    found.TryAdd((corner.Support, corner.BestAnswers), corner);
                }
            }
        }

        return [.. found.Values];
    }

    private static double[][] Scaled(int choices, int answers, Func<int, int, double> loss)
    {
        double[][] losses = [.. Enumerable.Range(0, choices).Select(choice =>
            Enumerable.Range(0, answers).Select(answer => loss(choice, answer)).ToArray())];
        var least = losses.Min(row => row.Min());
        var range = losses.Max(row => row.Max()) - least;
        return [.. losses.Select(row => row.Select(value => range == 0 ? 0 : (value - least) / range).ToArray())];
    }

    private static int[] Places(uint bits) => [.. Enumerable.Range(0, 32).Where(place => (bits >> place & 1) == 1)];

    // Chances x over the support and the value v with Σ xᵢ lossᵢⱼ = v for all tied answers j, and Σ xᵢ = 1.
    private static ResponseCorner? Corner(double[][] losses, int[] support, int[] tied)
    {
        var size = support.Length + 1;
        var system = new double[size][];
        for (var line = 0; line < tied.Length; line++)
        {
            system[line] = [.. support.Select(choice => losses[choice][tied[line]]), -1, 0];
        }

        system[^1] = [.. Enumerable.Repeat(1.0, support.Length), 0, 1];
        if (Solve(system) is not { } solution || solution.Take(support.Length).Any(chance => chance < -Same))
        {
            return null;
        }

        var chances = new double[losses.Length];
        var sum = 0.0;
        for (var place = 0; place < support.Length; place++)
        {
            chances[support[place]] = solution[place] > Same ? solution[place] : 0;
            sum += chances[support[place]];
        }

        return Told(losses, [.. chances.Select(chance => chance / sum)], solution[^1]);
    }

    // Null if something else is better than what was tied.
    private static ResponseCorner? Told(double[][] losses, ImmutableArray<double> chances, double value)
    {
        var (support, best) = (0u, 0u);
        for (var choice = 0; choice < chances.Length; choice++)
        {
            support |= chances[choice] > 0 ? 1u << choice : 0;
        }

        for (var answer = 0; answer < losses[0].Length; answer++)
        {
            var cost = 0.0;
            for (var choice = 0; choice < chances.Length; choice++)
            {
                cost += chances[choice] * losses[choice][answer];
            }

            if (cost < value - Same)
            {
                return null;
            }

            best |= cost <= value + Same ? 1u << answer : 0;
        }

        return new(chances, support, best);
    }

    // Gauss and Jordan with the greatest pivot of the column; null where the system does not determine its solution.
    private static double[]? Solve(double[][] system)
    {
        var size = system.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var line = column + 1; line < size; line++)
            {
                pivot = Math.Abs(system[line][column]) > Math.Abs(system[pivot][column]) ? line : pivot;
            }

            if (Math.Abs(system[pivot][column]) < Same)
            {
                return null;
            }

            (system[column], system[pivot]) = (system[pivot], system[column]);
            for (var line = 0; line < size; line++)
            {
                var factor = line == column ? 0 : system[line][column] / system[column][column];
                for (var place = column; factor != 0 && place <= size; place++)
                {
                    system[line][place] -= factor * system[column][place];
                }
            }
        }

        return [.. system.Select((line, place) => line[size] / line[place])];
    }
}
