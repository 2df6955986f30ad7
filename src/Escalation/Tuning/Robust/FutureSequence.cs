using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Futures without end: what nobody knows, drawn from its priors, and luck of its own for each.</summary>
/// <remarks>Future k follows from the seed and k alone, whichever futures were asked for before. Futures come in blocks of
/// <see cref="BlockSize"/>, each a Sobol' sequence with a scrambling of its own: within a block they fill what is possible
/// evenly, and blocks are independent. Means over whole blocks scatter less than intervals say that take futures for
/// independent.</remarks>
public sealed class FutureSequence
{
    /// <summary>Futures of a block, a power of two.</summary>
    public const int BlockSize = 64;

    private readonly InputSpace inputs;
    private readonly ulong seed;

    /// <summary>Initializes a new instance of the <see cref="FutureSequence"/> class.</summary>
    /// <param name="inputs">What nobody knows.</param>
    /// <param name="seed">The seed.</param>
    public FutureSequence(InputSpace inputs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        (this.inputs, this.seed) = (inputs, seed);
    }

    /// <summary>What differs between futures.</summary>
    public ImmutableArray<SpaceInput> Inputs => inputs.Inputs;

    /// <summary>A policy in futures that follow each other.</summary>
    /// <param name="policy">The policy; priors may read its levers.</param>
    /// <param name="first">Number of the first future, not negative.</param>
    /// <param name="count">How many.</param>
    /// <param name="histories">Histories that each future has, by which the luck of the next one begins.</param>
    /// <returns>One point a future.</returns>
    /// <exception cref="Language.FormulaFaultException">A prior has no value in some future.</exception>
    public IEnumerable<Point> Of(Point policy, long first, long count, int histories)
    {
        var (block, design) = (-1L, default(DesignPoints));
        for (var future = first; future < first + count; future++)
        {
            if (design is null || future / BlockSize != block)
            {
                block = future / BlockSize;
                design = SobolSequence.Scrambled(
                    seed, FormattableString.Invariant($"futures {block}"), BlockSize, inputs.Inputs.Length);
            }

            yield return inputs.At(policy, design.Row((int)(future % BlockSize)), future * histories);
        }
    }
}
