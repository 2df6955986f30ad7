using Escalation.Engine;

namespace Escalation.Tests.Engine;

/// <summary>A generator with its parameters bound.</summary>
/// <param name="stream">Where its luck comes from.</param>
internal delegate double VariateDraw(ref KeyedStream stream);

/// <summary>Samples, each draw on a key of its own, as in a simulation.</summary>
internal static class VariateSample
{
    /// <summary>Independent draws.</summary>
    /// <param name="name">Seed of the sample, so that no two cases share their luck.</param>
    /// <param name="count">Number of draws.</param>
    /// <param name="draw">The generator.</param>
    public static double[] Of(string name, int count, VariateDraw draw)
    {
        var cause = Key.OfName(name);
        var sample = new double[count];
        for (var i = 0; i < count; i++)
        {
            var stream = new KeyedStream(Key.Derive(cause, 0, (ulong)i));
            sample[i] = draw(ref stream);
        }

        return sample;
    }
}
