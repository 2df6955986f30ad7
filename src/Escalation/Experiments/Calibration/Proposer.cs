using System.Collections.Immutable;
using Escalation.Engine;

namespace Escalation.Experiments;

/// <summary>Numbers the proposals of a sampler and draws each from its number alone.</summary>
/// <param name="plan">The plan of the sampler.</param>
/// <param name="kind">What kind of sampler it is.</param>
internal sealed class Proposer(SamplerPlan plan, string kind)
{
    private readonly ulong key = DesignKey.Of(plan.Seed, kind, plan.Name);
    private readonly List<double[]> asked = [];

    /// <summary>The normal scores of what was asked for last.</summary>
    public IReadOnlyList<double[]> Asked => asked;

    /// <summary>Makes proposals.</summary>
    /// <param name="generation">Number of the generation.</param>
    /// <param name="first">Index in the generation of the first one.</param>
    /// <param name="count">How many.</param>
    /// <param name="kernel">Where they come from; null: the prior.</param>
    public ImmutableArray<Proposal> Propose(int generation, long first, int count, ParticleKernel? kernel)
    {
        if (asked.Count > 0)
        {
            throw new InvalidOperationException("What was asked for has not been told.");
        }

        var proposals = ImmutableArray.CreateBuilder<Proposal>(count);
        for (var index = first; index < first + count; index++)
        {
            var number = (generation * plan.Stride) + index;
            var stream = KeyedStream.Derive(key, (ulong)generation, (ulong)index);
            var scores = kernel is null ? ParticleKernel.ProposePrior(plan.Dimensions, ref stream) : kernel.Propose(ref stream);
            asked.Add(scores);
            proposals.Add(new(number, [.. scores.Select(ParticleCloud.UnitOf)]));
        }

        return proposals.MoveToImmutable();
    }

    /// <summary>Takes what was asked for last.</summary>
    /// <param name="found">What it gave.</param>
    public double[][] Take(ImmutableArray<Simulated> found)
    {
        if (found.Length != asked.Count)
        {
            throw new ArgumentException($"{asked.Count} proposals were asked for, and {found.Length} told.", nameof(found));
        }

        double[][] taken = [.. asked];
        asked.Clear();
        return taken;
    }
}
