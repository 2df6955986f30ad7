using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Robust;

internal sealed class FutureSequenceTests
{
    private const int Histories = 8;

    private static Point Written => Bets.Policies.Written;

    [TestCase(0)]
    [TestCase(37)]
    [TestCase((1L << 40) + 5)]
    [TestCase(1L << 43)]
    public void A_future_follows_from_its_number_alone(long first)
    {
        var together = Bets.Futures().Of(Written, first, 130, Histories).ToList();

        for (var place = 0; place < together.Count; place += 43)
        {
            Assert.That(Bets.Futures().Of(Written, first + place, 1, Histories).Single(), Is.EqualTo(together[place]));
            Assert.That(together[place].FirstReplication, Is.EqualTo((first + place) * Histories));
        }
    }

    [Test]
    public void Futures_differ_between_blocks_and_seeds_and_policies_share_them()
    {
        var bold = Bets.Policies.At([], [0]);
        double Storm(ulong seed, Point policy, long future) =>
            Bets.Futures(seed).Of(policy, future, 1, Histories).Single().Values[2];

        Assert.That(Storm(1, bold, 3), Is.EqualTo(Storm(1, Written, 3)));
        Assert.That(Storm(1, bold, 3), Is.Not.EqualTo(Storm(1, bold, 3 + FutureSequence.BlockSize)));
        Assert.That(Storm(1, bold, 3), Is.Not.EqualTo(Storm(2, bold, 3)));
        Assert.That(Bets.Futures().Of(bold, 3, 1, Histories).Single().Values[0], Is.Zero);
    }

    [Test]
    public void A_block_has_one_future_in_each_equal_stretch_of_each_uncertainty()
    {
        foreach (var first in new[] { 0L, 1L << 41 })
        {
            var block = Bets.Futures().Of(Written, first, FutureSequence.BlockSize, Histories).ToList();
            foreach (var unknown in new[] { 2, 3 })
            {
                Assert.That(
                    block.Select(point => (int)(point.Values[unknown] * FutureSequence.BlockSize)).Order(),
                    Is.EqualTo(Enumerable.Range(0, FutureSequence.BlockSize)));
            }
        }
    }

    // Place 0 of a block is uniform over blocks: |z| > 4.42 has probability 1e-5.
    [Test]
    public void Every_future_has_the_law_of_its_priors()
    {
        const int Blocks = 400;
        var storms = Enumerable.Range(0, Blocks).Select(block =>
            Bets.Futures().Of(Written, (long)block * FutureSequence.BlockSize, 1, Histories).Single().Values[2]).ToArray();

        var z = (storms.Average() - 0.5) * Math.Sqrt(12 * Blocks);
        Assert.That(z, Is.InRange(-Statistical.ZBound, Statistical.ZBound));
    }

    [Test]
    public void A_prior_may_read_the_levers_of_the_policy()
    {
        var text = Bets.Text.Replace(
            "wind: {prior: \"uniform(low=0, high=1)\"}",
            "wind: {prior: \"uniform(low=effort, high=effort + 1)\"}",
            StringComparison.Ordinal);
        var scenario = SourceScenarios.Compile(text).Scenario;
        var inputs = new InputSpace(
            scenario, ParameterChoice.AsWritten, [SpaceInput.OfPrior(3, scenario.Parameters[3].Prior!)]);
        var futures = new FutureSequence(inputs, 1);

        var low = futures.Of(new Point([0, 0.1, 0.5, 0]), 5, 1, 1).Single().Values[3];
        var high = futures.Of(new Point([0, 0.9, 0.5, 0]), 5, 1, 1).Single().Values[3];

        Assert.That(high - low, Is.EqualTo(0.8).Within(1e-12));
    }
}
