using Escalation.Engine;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Pareto;

/// <summary>The laws of crossover and mutation. |z| above 4.42 has probability 1e-5.</summary>
internal sealed class VariationTests
{
    private const int Draws = 20_000;

    // Far from the limits β has density ½ (η + 1) β^η up to 1 and ½ (η + 1) β^(−η−2) beyond: a quarter is below
    // (1/2)^(1/(η+1)), and a quarter above its inverse.
    [TestCase(2)]
    [TestCase(20)]
    public void Children_lie_about_their_parents_by_the_law_of_the_crossover(int index)
    {
        var variation = new Variation(new(1, []), new() { CrossoverChance = 1, CrossoverIndex = index, MutationChance = 0 });
        var stream = new KeyedStream(Key.OfName("crossover"));
        var (inner, outer, crossed) = (0, 0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var child = variation.Children(new([0.499], []), new([0.501], []), ref stream).First.Reals[0];
            var spread = Math.Abs(child - 0.5) / 0.001;
            crossed += child is 0.499 or 0.501 ? 0 : 1;
            inner += spread < Math.Pow(0.5, 1.0 / (index + 1)) ? 1 : 0;
            outer += spread > Math.Pow(2, 1.0 / (index + 1)) ? 1 : 0;
        }

        Assert.That(Math.Abs(Statistical.ShareZ(crossed, Draws, 0.5)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.ShareZ(inner, crossed, 0.25)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.ShareZ(outer, crossed, 0.25)), Is.LessThan(Statistical.ZBound));
    }

    // In the middle, half of the moves are below 1 − (1/2 + ½^(η+1)/2)^(1/(η+1)).
    [TestCase(2)]
    [TestCase(20)]
    public void Mutations_move_by_their_law(int index)
    {
        var variation = new Variation(new(1, []), new() { CrossoverChance = 0, MutationIndex = index, MutationChance = 1 });
        var stream = new KeyedStream(Key.OfName("mutation"));
        var median = 1 - Math.Pow(0.5 + (0.5 * Math.Pow(0.5, index + 1)), 1.0 / (index + 1));
        var (near, up) = (0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var child = variation.Children(new([0.5], []), new([0.5], []), ref stream).First.Reals[0];
            near += Math.Abs(child - 0.5) < median ? 1 : 0;
            up += child > 0.5 ? 1 : 0;
        }

        Assert.That(Math.Abs(Statistical.ShareZ(near, Draws, 0.5)), Is.LessThan(Statistical.ZBound));
        Assert.That(Math.Abs(Statistical.ShareZ(up, Draws, 0.5)), Is.LessThan(Statistical.ZBound));
    }

    [Test]
    public void A_mutated_choice_is_any_other_one()
    {
        var variation = new Variation(new(0, [3]), new() { CrossoverChance = 0, MutationChance = 1 });
        var stream = new KeyedStream(Key.OfName("choices"));
        var counts = new double[3];
        for (var draw = 0; draw < Draws; draw++)
        {
            counts[variation.Children(new([], [1]), new([], [1]), ref stream).First.Choices[0]]++;
        }

        Assert.That(counts[1], Is.Zero);
        Assert.That(Math.Abs(Statistical.ShareZ(counts[0], Draws, 0.5)), Is.LessThan(Statistical.ZBound));
    }
}
