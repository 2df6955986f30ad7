using Escalation.Tests.Support;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>Every test of the battery can fail.</summary>
internal sealed class BatteryControlTests
{
    private static IEnumerable<TestCaseData> Controls =>
        Battery.All.SelectMany(test => test.Controls, (test, weak) => new TestCaseData(test, weak));

    [TestCaseSource(nameof(Controls))]
    public void Words_that_are_not_independent_are_rejected(BatteryTest test, Interleaving weak)
    {
        var words = weak.Words(seed: 1, Battery.Count);

        var p = Math.Min(test.P(words), test.IsOneEnded ? 1 : test.P(Battery.Reversed(words)));

        Assert.That(p, Is.LessThan(Statistical.LeastP));
    }
}
