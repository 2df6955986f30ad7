using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Comparing;

internal sealed class HolmTests
{
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
    [Test]
    public void Adjusted_values_are_those_of_the_step_down_rule() =>
        Assert.That(Holm.Adjust([0.01, 0.04, 0.03, 0.005]), Is.EqualTo(new[] { 0.03, 0.06, 0.06, 0.02 }).Within(1e-15));

    [Test]
    public void What_was_not_tested_does_not_count() =>
        Assert.That(Holm.Adjust([0.02, double.NaN, 0.6]), Is.EqualTo(new[] { 0.04, double.NaN, 0.6 }).Within(1e-15));

    [FsCheck.NUnit.Property(MaxTest = 300, Replay = "42,1")]
    public bool Adjusted_values_keep_their_order_and_lie_between_their_own_and_Bonferronis(byte[] numbers)
    {
        double[] p = [.. numbers.Select(number => number / 255.0)];
        var adjusted = Holm.Adjust(p);
        return p.Index().All(one =>
            adjusted[one.Index] >= one.Item
            && adjusted[one.Index] <= Math.Min(1, p.Length * one.Item) + 1e-15
            && p.Index().All(other => one.Item > other.Item || adjusted[one.Index] <= adjusted[other.Index]));
    }

    [TestCase(-0.1)]
    [TestCase(1.1)]
    public void What_is_no_p_value_is_refused(double p) =>
        Assert.That(() => Holm.Adjust([0.5, p]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Intervals_share_the_error_between_them() => Assert.Multiple(() =>
    {
        Assert.That(Bonferroni.LevelOfEach(0.95, 1), Is.EqualTo(0.95));
        Assert.That(Bonferroni.LevelOfEach(0.95, 5), Is.EqualTo(0.99).Within(1e-15));
        Assert.That(() => Bonferroni.LevelOfEach(0.95, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Bonferroni.LevelOfEach(1, 2), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });
}
