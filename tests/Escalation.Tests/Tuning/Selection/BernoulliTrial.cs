using Escalation.Engine;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Selection;

/// <summary>0/1 choices that a search asks for replications of.</summary>
internal sealed class BernoulliTrial(ulong key, double[] chances)
{
    private readonly KeyedStream[] streams =
        [.. chances.Select((_, choice) => KeyedStream.Derive(key, Key.OfName("trial"), (ulong)choice))];

    private readonly long[] hits = new long[chances.Length];
    private readonly long[] counts = new long[chances.Length];

    public long Total => counts.Sum();

    public ChoiceSample[] Add(IReadOnlyList<long> wanted)
    {
        for (var choice = 0; choice < chances.Length; choice++)
        {
            hits[choice] += (long)BinomialVariate.Draw(ref streams[choice], wanted[choice], chances[choice]);
            counts[choice] += wanted[choice];
        }

        return [.. hits.Zip(counts, ChoiceSample.OfHits)];
    }

    public void Draw(double[] values)
    {
        for (var choice = 0; choice < chances.Length; choice++)
        {
            values[choice] = BernoulliVariate.Draw(ref streams[choice], chances[choice]);
            counts[choice]++;
        }
    }
}
