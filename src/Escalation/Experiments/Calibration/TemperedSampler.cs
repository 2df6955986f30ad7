using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Finds the posterior of a likelihood by way of its powers: from the prior (power 0) to the posterior (power 1), each
/// generation drawn anew around the particles of the one before and weighted by prior · likelihood^power / proposal.</summary>
/// <remarks>
/// <para>The powers are those of Del Moral, Doucet and Jasra (2012), Statistics and Computing 22, 1009–1020: a step costs at most
/// half of the effective particles. The moves are importance sampling, as in the population Monte Carlo of Cappé, Guillin, Marin
/// and Robert (2004), Journal of Computational and Graphical Statistics 13, 907–929, and not Markov chains: a likelihood that is
/// itself an estimate from histories is drawn anew in each generation, so that no particle stays for having been lucky
/// once.</para>
/// <para>A tenth of the proposals comes from the prior, so no weight outgrows ten times the likelihood.</para>
/// </remarks>
public sealed class TemperedSampler : IParticleSampler
{
    private const double KernelWidth = 0.5;
    private const double OfPrior = 0.1;

    // At the last power the cloud is drawn anew until it is worth this share of its particles, or so many times.
    private const double GoodShare = 0.7;
    private const int MostRefinements = 3;

    private readonly SamplerPlan plan;
    private readonly Proposer proposer;
    private readonly ImmutableArray<SamplerGeneration>.Builder generations = ImmutableArray.CreateBuilder<SamplerGeneration>();
    private readonly List<double[]> points = [];
    private readonly List<double> likelihoods = [];
    private readonly InformedDirections directions;
    private ParticleKernel? kernel;
    private ParticleCloud? cloud;
    private double power;
    private int refinements;
    private SamplerEnd end;

    /// <summary>Initializes a new instance of the <see cref="TemperedSampler"/> class.</summary>
    /// <param name="plan">What it is to do.</param>
    /// <param name="targets">What was observed, by which it learns where the likelihood lies among many uncertainties; may be
    /// none.</param>
    public TemperedSampler(SamplerPlan plan, ImmutableArray<CalibrationTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        this.plan = plan;
        proposer = new(plan, "tempered");
        directions = new(plan.Dimensions, targets);
    }

    /// <inheritdoc/>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public int WantedCount => IsDone ? 0 : plan.Particles - points.Count;

    /// <inheritdoc/>
    public ImmutableArray<SamplerGeneration> Generations => generations.ToImmutable();

    /// <inheritdoc/>
    public ImmutableArray<Proposal> Ask(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return IsDone ? [] : proposer.Propose(generations.Count, points.Count, Math.Min(count, WantedCount), kernel);
    }

    /// <inheritdoc/>
    public void Tell(ImmutableArray<Simulated> found)
    {
        var asked = proposer.Take(found);
        points.AddRange(asked);
        for (var index = 0; index < asked.Length; index++)
        {
            directions.Add(asked[index], found[index].Observations);
        }

        // No likelihood is no chance.
        likelihoods.AddRange(found.Select(one =>
            double.IsNaN(one.LogLikelihood) ? double.NegativeInfinity : one.LogLikelihood));
        if (!IsDone && points.Count == plan.Particles)
        {
            Close();
        }
    }

    /// <inheritdoc/>
    public SamplerResult Result() => IsDone
        ? new(cloud!, cloud!, Generations, generations.Count - 1, end)
        : throw new InvalidOperationException("The sampler is not done.");

    private void Close()
    {
        var basis = new double[points.Count];
        for (var particle = 0; particle < basis.Length; particle++)
        {
            basis[particle] = kernel?.LogWeight(points[particle]) ?? 0;
        }

        var wasReached = power == 1;
        var isPossible = likelihoods.Any(double.IsFinite);
        power = isPossible ? NextPower(basis) : power;
        var weights = isPossible ? Weights(basis, power) : Array.ConvertAll(basis, Math.Exp);
        cloud = new(plan.Dimensions, [.. points.SelectMany(scores => scores)], weights);
        generations.Add(new(
            generations.Count, double.NaN, power, plan.Particles, plan.Particles, cloud.EffectiveCount));
        refinements += wasReached ? 1 : 0;
        points.Clear();
        likelihoods.Clear();

        var isGood = power == 1 && (cloud.EffectiveCount >= GoodShare * plan.Particles || refinements == MostRefinements);
        var isSpent = (generations.Count + 1L) * plan.Particles > plan.Budget;
        (IsDone, end) = !isPossible ? (true, SamplerEnd.NothingComparable)
            : isGood || (isSpent && power == 1) ? (true, SamplerEnd.Reached)
            : (isSpent, SamplerEnd.BudgetSpent);
        kernel = IsDone ? null : new(cloud, KernelWidth, OfPrior, directions.Basis());
    }

    // The highest power that keeps half of the effective particles that the present one would have.
    private double NextPower(double[] basis)
    {
        var least = 0.5 * EffectiveCount(basis, power);
        if (power == 1 || EffectiveCount(basis, 1) >= least)
        {
            return 1;
        }

        var (low, high) = (power, 1.0);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = EffectiveCount(basis, middle) >= least ? (middle, high) : (low, middle);
        }

        return low;
    }

    private double EffectiveCount(double[] basis, double at)
    {
        var weights = Weights(basis, at);
        var sum = weights.Sum();
        return ParticleCloud.Effective(Array.ConvertAll(weights, weight => weight / sum));
    }

    private double[] Weights(double[] basis, double at)
    {
        var logs = new double[basis.Length];
        for (var particle = 0; particle < logs.Length; particle++)
        {
            // What is impossible is so at any power: else the step from power 0 to the next could cost more than half.
            logs[particle] = double.IsFinite(likelihoods[particle])
                ? basis[particle] + (at * likelihoods[particle])
                : double.NegativeInfinity;
        }

        var greatest = logs.Max();
        return Array.ConvertAll(logs, log => Math.Exp(log - greatest));
    }
}
