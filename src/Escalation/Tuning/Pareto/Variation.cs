using Escalation.Engine;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>How children come from parents.</summary>
/// <remarks>Numbers: simulated binary crossover (Deb and Agrawal (1995), Complex Systems 9, 115–148) and polynomial mutation
/// (Deb and Goyal (1996), Computer Science and Informatics 26, 30–45), both in the form that keeps to the limits 0 and 1.
/// Choices: exchanged, and mutated to any other alternative with equal chances.</remarks>
internal sealed class Variation(GeneSpace space, Nsga2Options options)
{
    // Genes nearer than this are the same: nothing lies between them.
    private const double Same = 1e-14;

    /// <summary>A genome with all genes drawn evenly.</summary>
    public Genome Random(ref KeyedStream stream)
    {
        var reals = new double[space.Reals];
        for (var i = 0; i < reals.Length; i++)
        {
            reals[i] = stream.NextUniform();
        }

        return new([.. reals], [.. RandomChoices(ref stream)]);
    }

    /// <summary>Choices drawn evenly.</summary>
    public int[] RandomChoices(ref KeyedStream stream)
    {
        var choices = new int[space.Choices.Length];
        for (var i = 0; i < choices.Length; i++)
        {
            choices[i] = UniformIndex.Draw(ref stream, space.Choices[i]);
        }

        return choices;
    }

    /// <summary>Two children of two parents.</summary>
    public (Genome First, Genome Second) Children(Genome mother, Genome father, ref KeyedStream stream)
    {
        double[] firstReals = [.. mother.Reals];
        double[] secondReals = [.. father.Reals];
        int[] firstChoices = [.. mother.Choices];
        int[] secondChoices = [.. father.Choices];
        if (stream.NextUniform() < options.CrossoverChance)
        {
            for (var i = 0; i < firstReals.Length; i++)
            {
                if (stream.NextUniform() < 0.5 && Math.Abs(firstReals[i] - secondReals[i]) > Same)
                {
                    (firstReals[i], secondReals[i]) = Crossed(firstReals[i], secondReals[i], ref stream);
                }
            }

            for (var i = 0; i < firstChoices.Length; i++)
            {
                if (stream.NextUniform() < 0.5)
                {
                    (firstChoices[i], secondChoices[i]) = (secondChoices[i], firstChoices[i]);
                }
            }
        }

        Mutate(firstReals, firstChoices, ref stream);
        Mutate(secondReals, secondChoices, ref stream);
        return (new([.. firstReals], [.. firstChoices]), new([.. secondReals], [.. secondChoices]));
    }

    private (double First, double Second) Crossed(double first, double second, ref KeyedStream stream)
    {
        var (low, high) = (Math.Min(first, second), Math.Max(first, second));
        var chance = stream.NextUniform();
        var below = ((low + high) - (Spread(1 + (2 * low / (high - low)), chance) * (high - low))) / 2;
        var above = ((low + high) + (Spread(1 + (2 * (1 - high) / (high - low)), chance) * (high - low))) / 2;
        (below, above) = (Math.Clamp(below, 0, 1), Math.Clamp(above, 0, 1));
        return stream.NextUniform() < 0.5 ? (below, above) : (above, below);
    }

    // β of the crossover, whose law is cut where the child would leave the limits.
    private double Spread(double room, double chance)
    {
        var exponent = options.CrossoverIndex + 1;
        var alpha = 2 - Math.Pow(room, -exponent);
        return chance <= 1 / alpha
            ? Math.Pow(chance * alpha, 1 / exponent)
            : Math.Pow(1 / (2 - (chance * alpha)), 1 / exponent);
    }

    private void Mutate(double[] reals, int[] choices, ref KeyedStream stream)
    {
        var chance = options.MutationChance ?? (1.0 / space.Count);
        for (var i = 0; i < reals.Length; i++)
        {
            if (stream.NextUniform() < chance)
            {
                reals[i] = Math.Clamp(reals[i] + Move(reals[i], stream.NextUniform()), 0, 1);
            }
        }

        for (var i = 0; i < choices.Length; i++)
        {
            if (stream.NextUniform() < chance && space.Choices[i] > 1)
            {
                var other = UniformIndex.Draw(ref stream, space.Choices[i] - 1);
                choices[i] = other < choices[i] ? other : other + 1;
            }
        }
    }

    private double Move(double gene, double chance)
    {
        var exponent = options.MutationIndex + 1;
        return chance < 0.5
            ? Math.Pow((2 * chance) + ((1 - (2 * chance)) * Math.Pow(1 - gene, exponent)), 1 / exponent) - 1
            : 1 - Math.Pow((2 * (1 - chance)) + (((2 * chance) - 1) * Math.Pow(gene, exponent)), 1 / exponent);
    }
}
