using Escalation.Engine;
using Escalation.Experiments;
using Escalation.Tests.Experiments.Estimates;

namespace Escalation.Tests.Experiments.Calibration;

/// <summary>Counts whose posterior is known: the rate is Gamma(a, rate b), and n Poisson counts have the sum that is
/// observed.</summary>
internal sealed record PoissonGamma(double A, double B, int Counts, double Sum)
{
    public static PoissonGamma Peaked { get; } = new(2, 1, 10, 37);

    public static PoissonGamma AtZero { get; } = new(0.5, 0.1, 5, 0);

    public static IEnumerable<PoissonGamma> Both => [Peaked, AtZero];

    // Scale 1: distances are counts.
    public CalibrationTarget Target => new("sum", Sum, ObservationNoise.Normal(1));

    public CalibrationTarget CountTarget => new("sum", Sum, ObservationNoise.Poisson);

    public double PosteriorMean => (A + Sum) / (B + Counts);

    public override string ToString() => FormattableString.Invariant($"sum {Sum} of {Counts}");

    public double Rate(Proposal proposal) => Rate(proposal.Coordinates[0]);

    public double Rate(double u) => GammaLaw.LowerQuantile(A, u) / B;

    public double PosteriorCdf(double rate) => rate <= 0 ? 0 : IncompleteGamma.At(A + Sum, (B + Counts) * rate).Lower;

    public Simulated Simulate(Proposal proposal, ulong seed = 1)
    {
        var stream = KeyedStream.Derive(seed, 11, (ulong)proposal.Number);
        return new([PoissonVariate.Draw(ref stream, Rate(proposal) * Counts)], double.NaN);
    }

    // As if there were endless histories: the expected count is known.
    public Simulated Expect(Proposal proposal) => CalibrationTarget.Judge(
        [CountTarget], [new TargetValue(Rate(proposal) * Counts, double.NaN, long.MaxValue)], 1, "test", proposal.Number);

    public WeightedSample Rates(ParticleCloud cloud) => WeightedSample.Of(
        Enumerable.Range(0, cloud.Count).Select(particle => Rate(cloud.UnitAt(particle)[0])).ToArray(), cloud.Weights)!;

    public double Reference(double tolerance, string quantity)
    {
        var name = FormattableString.Invariant($"a={A} b={B} n={Counts} sum={Sum} eps={tolerance}");
        return ReferenceTable.Number(
            ReferenceTable.Rows("abc-poisson-gamma.csv", "Calibration").Single(row => row[0] == name && row[1] == quantity)[2]);
    }

    public double GapToPosterior(WeightedSample rates)
    {
        // Steps of the sample are where the gap is widest; a grid fine enough has a point next to each.
        var points = Enumerable.Range(1, 4000).Select(step => rates.Quantile(step / 4001.0));
        return points.Max(x => Math.Abs(rates.AtMost(x) - PosteriorCdf(x)));
    }
}
