using Escalation.Tests.Support;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>Draws of related keys are as good as independent ones.</summary>
/// <remarks>
/// 18 sequences, 14 tests, 10 of them from both ends of the words: 432 p-values, each below 1e-5 with that probability. One seed
/// in 230 would raise a false alarm; the seed is fixed, so that a test that passes passes always.
/// </remarks>
/// <param name="interleaving">What stands side by side.</param>
[TestFixtureSource(typeof(KeyInterleavings), nameof(KeyInterleavings.All))]
internal sealed class BatteryTests(Interleaving interleaving)
{
    private const ulong Seed = 1;

    private ulong[] words = [];
    private ulong[] reversed = [];

    [OneTimeSetUp]
    public void Draw()
    {
        words = interleaving.Words(Seed, Battery.Count);
        reversed = Battery.Reversed(words);
    }

    [OneTimeTearDown]
    public void Forget() => (words, reversed) = ([], []);

    [TestCaseSource(typeof(Battery), nameof(Battery.All))]
    public void Draws_of_related_keys_are_as_good_as_independent_ones(BatteryTest test)
    {
        Assert.That(test.P(words), Is.GreaterThan(Statistical.LeastP), "From the highest bit.");
        if (!test.IsOneEnded)
        {
            Assert.That(test.P(reversed), Is.GreaterThan(Statistical.LeastP), "From the lowest bit.");
        }
    }
}
