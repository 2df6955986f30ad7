using Escalation.Verification;

namespace Escalation.Tests.Analytic;

/// <summary>The exact values of the cases W, computed here a second time from the words of their models and, where there is one,
/// by another method than that which <c>exact-values.yaml</c> names.</summary>
internal sealed class OwnCaseValuesTests
{
    // The file has 10 significant digits; a share of its errors has 4.
    private const double ValueTolerance = 1e-9;
    private const double ErrorTolerance = 6e-4;

    private static readonly Dictionary<string, Func<Dictionary<string, double>>> Derivations = new()
    {
        ["W03-report"] = OwnCaseFormulas.Report,
        ["W04-two-observers"] = OwnCaseFormulas.TwoObservers,
        ["W05-renewal"] = OwnCaseChains.Renewal,
        ["W06-rate-of-day"] = OwnCaseFormulas.RateOfDay,
        ["W07-rate-of-levels"] = OwnCaseFormulas.RateOfLevels,
        ["W08-crossings"] = OwnCaseFormulas.Crossings,
        ["W09-answers-pending"] = OwnCaseChains.AnswersPending,
        ["W10-standing-down"] = OwnCaseFormulas.StandingDown,
        ["W11-variates"] = OwnCaseFormulas.Variates,
        ["W12-shared-prior"] = OwnCaseFormulas.SharedPrior,
        ["W13-proxies"] = OwnCaseFormulas.Proxies,
        ["W14-three-states"] = OwnCaseChains.ThreeStates,
        ["W15-contagion"] = OwnCaseChains.Contagion,
        ["W16-over-time"] = OwnCaseChains.OverTime,
        ["W17-heard-cost"] = () => ReferenceCases.Find("V26")!.Statistics.ToDictionary(known => known.Name, known => known.Value),
        ["W18-touched-rates"] = OwnCaseFormulas.TouchedRates,
    };

    private static IEnumerable<string> Own => ReferenceCases.All.Select(known => known.Id).Where(id => id.StartsWith('W'));

    private static IEnumerable<ReferenceStatistic> Shares =>
        Own.SelectMany(id => ReferenceCases.Find(id)!.Statistics)
            .Where(known => known is { Estimate.Kind: EstimateKind.Probability, StandardDeviation: > 0 });

    [TestCaseSource(nameof(Own))]
    public void The_exact_values_of_a_case_follow_from_its_model(string id)
    {
        var chancy = ReferenceCases.Find(id)!.Statistics.Where(known => known.StandardDeviation > 0).ToList();
        var derived = Derivations.TryGetValue(id, out var derive) ? derive() : [];

        Assert.That(derived.Keys, Is.EquivalentTo(chancy.Select(known => known.Name)));
        Assert.Multiple(() =>
        {
            foreach (var known in chancy)
            {
                var bound = ValueTolerance * Math.Abs(known.Value);
                Assert.That(derived[known.Name], Is.EqualTo(known.Value).Within(bound), known.Name);
            }
        });
    }

    [Test]
    public void The_error_of_a_share_follows_from_the_share() =>
        Assert.That(
            Shares.Where(known => Math.Abs((known.StandardDeviation / Math.Sqrt(known.Value * (1 - known.Value))) - 1)
                > ErrorTolerance).Select(known => known.Name),
            Is.Empty);

    [Test]
    public void The_replications_for_one_percent_follow_from_value_and_error() =>
        Assert.That(
            Own.SelectMany(id => ReferenceCases.Find(id)!.Statistics)
                .Where(known => known.StandardDeviation > 0)
                .Where(known =>
                    Math.Abs((known.ReplicationsForOnePercent / Math.Pow(100 * known.StandardDeviation / known.Value, 2)) - 1)
                    > 0.01 + (1 / known.ReplicationsForOnePercent))
                .Select(known => known.Name),
            Is.Empty);
}
