using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Comparing;

internal sealed class McNemarTests
{
    // Twice the tail of n fair coins, in whole numbers over 2^n.
    [TestCase(0, 0, 1)]
    [TestCase(1, 1, 1)]
    [TestCase(0, 1, 1)]
    [TestCase(0, 5, 2.0 / 32)]
    [TestCase(6, 0, 2.0 / 64)]
    [TestCase(1, 7, 2.0 * 9 / 256)]
    [TestCase(8, 2, 2.0 * (1 + 10 + 45) / 1024)]
    [TestCase(10, 10, 1)]
    public void Its_p_is_twice_the_tail_of_fair_coins(long firstOnly, long secondOnly, double expected) =>
        Assert.That(McNemar.TwoSidedP(firstOnly, secondOnly), Is.EqualTo(expected).Within(1e-14));

    [FsCheck.NUnit.Property(MaxTest = 200, Replay = "42,1")]
    public bool It_is_all_the_same_which_run_comes_first(ushort firstOnly, ushort secondOnly)
    {
        // Both tails are taken from different ends of the beta law, so the last digits may differ.
        var p = McNemar.TwoSidedP(firstOnly, secondOnly);
        return Math.Abs(p - McNemar.TwoSidedP(secondOnly, firstOnly)) <= 1e-12 * p;
    }

    [TestCase(-1, 3)]
    [TestCase(3, -1)]
    public void A_negative_count_is_refused(long firstOnly, long secondOnly) =>
        Assert.That(() => McNemar.TwoSidedP(firstOnly, secondOnly), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
