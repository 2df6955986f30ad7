using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Escalation.Engine;

/// <summary>0 or 1.</summary>
/// <remarks>1 if one uniform number is below p: with one key, what happens at a small p happens at every greater one.</remarks>
public static class BernoulliVariate
{
    /// <summary>Draws 0 or 1.</summary>
    /// <param name="stream">Where its luck comes from.</param>
    /// <param name="p">Chance of 1; from 0 to 1, met to 2⁻⁵³.</param>
    /// <returns>0 or 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Draw(ref KeyedStream stream, double p)
    {
        Debug.Assert(Fault(p) is null, "Parameters are checked by the caller.");
        return stream.NextUniform() < p ? 1 : 0;
    }

    /// <summary>What is wrong with the parameters.</summary>
    /// <param name="p">Chance of 1.</param>
    /// <returns>One sentence, or null if they are legal.</returns>
    public static string? Fault(double p) => ParameterFault.UnlessProbability("chance", p);
}
