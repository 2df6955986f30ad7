using Escalation.Engine;

namespace Escalation.Tests.Tuning.Pareto;

/// <summary>Sets of points for properties, on a coarse grid so that ties and equal points occur.</summary>
internal static class RandomFronts
{
    public static double[][] Points(int seed, int count, int objectives)
    {
        var stream = new KeyedStream(Key.Mix((ulong)seed));
        return [.. Enumerable.Range(0, count).Select(_ =>
            Enumerable.Range(0, objectives).Select(_ => Math.Floor(10 * stream.NextUniform()) / 10).ToArray())];
    }

    public static double[] Ones(int objectives) => [.. Enumerable.Repeat(1.0, objectives)];
}
