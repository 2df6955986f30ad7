using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Approximate Bayesian computation by sequential Monte Carlo: proposals whose simulated observations lie near the
/// real ones become particles, nearer from generation to generation.</summary>
/// <remarks>
/// <para>Toni, Welch, Strelkowa, Ipsen and Stumpf (2009), Journal of the Royal Society Interface 6, 187–202; the kernel has twice
/// the weighted covariance, Beaumont, Cornuet, Marin and Robert (2009), Biometrika 96, 983–990. A tolerance is the median of the
/// distances accepted before it, or the next smaller one if distances are tied. Distances are Euclidean, each target in units of
/// its noise, or of its median absolute deviation under the prior (Prangle 2017, Bayesian Analysis 12, 289–309).</para>
/// <para>Proposals are numbered, and the first acceptances by number count, so what is simulated beyond them, on whatever thread,
/// changes nothing.</para>
/// </remarks>
public sealed class AbcSmc : IParticleSampler
{
    private const double KernelWidth = 2;

    private readonly SamplerPlan plan;
    private readonly ImmutableArray<double> observed;
    private readonly double[] scales;
    private readonly Proposer proposer;
    private readonly ImmutableArray<SamplerGeneration>.Builder generations = ImmutableArray.CreateBuilder<SamplerGeneration>();
    private readonly List<Particle> accepted = [];
    private readonly List<Particle> seen = [];
    private readonly InformedDirections directions;
    private ParticleKernel? kernel;
    private ParticleCloud? cloud;
    private Particle[] particles = [];
    private double tolerance = double.PositiveInfinity;
    private long told;
    private long counted;
    private int usedGeneration;
    private SamplerEnd end;
    private SamplerResult? result;

    /// <summary>Initializes a new instance of the <see cref="AbcSmc"/> class.</summary>
    /// <param name="plan">What it is to do.</param>
    /// <param name="targets">What was observed; at least one.</param>
    public AbcSmc(SamplerPlan plan, ImmutableArray<CalibrationTarget> targets)
    {
        ArgumentNullException.ThrowIfNull(plan);
        plan.Check();
        ArgumentOutOfRangeException.ThrowIfLessThan(targets.Length, 1);
        this.plan = plan;
        observed = [.. targets.Select(target => target.Observed)];
        scales = [.. targets.Select(target => target.Noise.ScaleAt(target.Observed))];
        proposer = new(plan, "abc");
        directions = new(plan.Dimensions, targets);
    }

    /// <inheritdoc/>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public ImmutableArray<SamplerGeneration> Generations => generations.ToImmutable();

    /// <inheritdoc/>
    public int WantedCount
    {
        get
        {
            var missing = plan.Particles - accepted.Count;
            var last = generations.Count == 0 ? 1 : Math.Max(
                plan.LeastAcceptance, (double)generations[^1].Accepted / generations[^1].Proposals / 2);
            var share = told < plan.Particles ? last : Math.Max(plan.LeastAcceptance, (double)accepted.Count / told);
            return IsDone ? 0 : (int)Math.Min(Limit - told, Math.Ceiling(missing / share));
        }
    }

    // A generation that takes more proposals accepts too few of them.
    private long Limit => Math.Min(plan.Stride, plan.Budget - counted);

    /// <inheritdoc/>
    public ImmutableArray<Proposal> Ask(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return IsDone ? [] : proposer.Propose(generations.Count, told, (int)Math.Min(count, Limit - told), kernel);
    }

    /// <inheritdoc/>
    public void Tell(ImmutableArray<Simulated> found)
    {
        var asked = proposer.Take(found);
        for (var index = 0; index < asked.Length && accepted.Count < plan.Particles; index++)
        {
            told++;
            var values = found[index].Observations;
            var distance = generations.Count == 0 ? double.PositiveInfinity : Distance(values);
            seen.Add(new(asked[index], values, distance));
            if (distance <= tolerance)
            {
                accepted.Add(seen[^1]);
            }
        }

        if (!IsDone && (accepted.Count == plan.Particles || told == Limit))
        {
            Close();
        }
    }

    /// <inheritdoc/>
    public SamplerResult Result() =>
        IsDone ? result ??= MakeResult() : throw new InvalidOperationException("The sampler is not done.");

    private void Close()
    {
        var isFirst = generations.Count == 0;
        var isShort = accepted.Count < plan.Particles;

        // What was accepted before a generation was given up is a sample too, if there is enough of it.
        var isUsed = accepted.Count * 2 >= plan.Particles;
        if (isFirst)
        {
            Scale();
        }

        foreach (var one in seen)
        {
            directions.Add(one.Scores, one.Values, scales);
        }

        var next = isUsed ? Cloud() : null;
        generations.Add(new(
            generations.Count, tolerance, double.NaN, told, accepted.Count, next?.EffectiveCount ?? 0));
        counted += told;
        if (next is not null)
        {
            (cloud, particles, usedGeneration) = (next, [.. accepted], generations.Count - 1);
        }

        if (isShort)
        {
            Finish(counted >= plan.Budget ? SamplerEnd.BudgetSpent : SamplerEnd.FewAccepted);
        }
        else if (NextTolerance() is not { } nearer)
        {
            Finish(tolerance <= plan.LeastTolerance ? SamplerEnd.Reached
                : isFirst ? SamplerEnd.NothingComparable : SamplerEnd.Converged);
        }
        else if (counted >= plan.Budget)
        {
            Finish(SamplerEnd.BudgetSpent);
        }
        else
        {
            tolerance = nearer;
            kernel = new(next!, KernelWidth, ofPrior: 0, directions.Basis());
        }

        accepted.Clear();
        seen.Clear();
        told = 0;
    }

    // The median of the distances; where they are tied with the present tolerance, the next smaller one.
    private double? NextTolerance()
    {
        double[] distances = [.. accepted.Select(particle => particle.Distance).Where(double.IsFinite).Order()];
        if (distances.Length == 0 || tolerance <= plan.LeastTolerance)
        {
            return null;
        }

        var median = distances[(distances.Length - 1) / 2];
        var nearer = median < tolerance ? median : distances.LastOrDefault(distance => distance < tolerance, tolerance);
        nearer = Math.Max(nearer, plan.LeastTolerance);
        return nearer < tolerance * (1 - plan.LeastGain) ? nearer : null;
    }

    private ParticleCloud Cloud()
    {
        var scores = new double[accepted.Count * plan.Dimensions];
        var weights = new double[accepted.Count];
        for (var particle = 0; particle < weights.Length; particle++)
        {
            accepted[particle].Scores.CopyTo(scores, particle * plan.Dimensions);
            weights[particle] = kernel?.LogWeight(accepted[particle].Scores) ?? 0;
        }

        var greatest = weights.Max();
        return new(plan.Dimensions, scores, Array.ConvertAll(weights, weight => Math.Exp(weight - greatest)));
    }

    private void Scale()
    {
        for (var target = 0; target < scales.Length; target++)
        {
            if (double.IsNaN(scales[target]))
            {
                scales[target] = PriorSpread.Of([.. accepted.Select(particle => particle.Values[target])]);
            }
        }

        for (var particle = 0; particle < accepted.Count; particle++)
        {
            accepted[particle] = accepted[particle] with { Distance = Distance(accepted[particle].Values) };
        }
    }

    private double Distance(ImmutableArray<double> values)
    {
        var squares = 0.0;
        for (var target = 0; target < scales.Length; target++)
        {
            var difference = (values[target] - observed[target]) / scales[target];
            squares += difference * difference;
        }

        // A target without a value is as far away as can be.
        return double.IsNaN(squares) ? double.PositiveInfinity : Math.Sqrt(squares);
    }

    private void Finish(SamplerEnd reason) => (IsDone, end) = (true, reason);

    private SamplerResult MakeResult()
    {
        var width = generations[usedGeneration].Tolerance;
        var adjusted = RegressionAdjustment.Of(
            cloud!,
            [.. particles.Select(particle => particle.Values.Select((value, target) =>
                (value - observed[target]) / scales[target]).ToArray())],
            [.. particles.Select(particle => particle.Distance)],
            width);
        return new(adjusted ?? cloud!, cloud!, Generations, usedGeneration, end);
    }

    private sealed record Particle(double[] Scores, ImmutableArray<double> Values, double Distance);
}
