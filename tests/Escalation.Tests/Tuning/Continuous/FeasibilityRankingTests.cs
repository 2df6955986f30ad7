using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Continuous;

internal sealed class FeasibilityRankingTests
{
    [Test]
    public void Each_constraint_counts_relative_to_the_worst_violation() => Assert.That(
        FeasibilityRanking.Violations([[-1, 500], [2, 0], [1, 1000], [-3, -4]]),
        Is.EqualTo(new[] { 0.5, 1, 1.5, 0 }));

    [Test]
    public void What_has_no_value_is_violated_most() => Assert.That(
        FeasibilityRanking.Violations([[double.NaN], [double.PositiveInfinity], [3]]),
        Is.EqualTo(new[] { double.PositiveInfinity, double.PositiveInfinity, 1 }));

    [Test]
    public void Without_constraints_all_is_allowed() =>
        Assert.That(FeasibilityRanking.Violations([[], []]), Is.EqualTo(new double[2]));
}
