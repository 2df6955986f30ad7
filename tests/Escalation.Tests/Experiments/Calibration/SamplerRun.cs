using System.Globalization;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Calibration;

/// <summary>Runs a sampler to its end.</summary>
internal static class SamplerRun
{
    public static SamplerResult Of(IParticleSampler sampler, Func<Proposal, Simulated> simulate, int batch = 256)
    {
        while (!sampler.IsDone)
        {
            sampler.Tell([.. sampler.Ask(batch).Select(simulate)]);
        }

        return sampler.Result();
    }

    public static SamplerPlan Plan(int dimensions, int particles, ulong seed = 1, long budget = 1_000_000) =>
        new(dimensions, particles, seed, "test", budget);

    /// <summary>All that a result says, as text, to the last bit.</summary>
    public static string Text(SamplerResult result) => string.Join('\n', Enumerable.Range(0, result.Cloud.Count)
        .Select(particle => FormattableString.Invariant(
            $"{result.Cloud.Weights[particle]:R} {Numbers(result.Cloud.UnitAt(particle))}"))
        .Concat(result.Generations.Select(generation => generation.ToString()))
        .Append(result.End.ToString()));

    private static string Numbers(IEnumerable<double> numbers) =>
        string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
}
