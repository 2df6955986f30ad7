using Escalation.Tests.Support;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>What takes minutes and is asked for by name: <c>dotnet test -c Release --filter Name~Many_seeds</c>.</summary>
internal sealed class CalibrationTests
{
    private const int FirstSeed = 1_000;
    private const int Seeds = 20;
    private const double Level = 0.01;

    // 20 seeds of 18 sequences: 360 p-values a test, or 720 from both ends, of which one in a hundred is below 0.01. A test whose
    // law is wrong, or luck that is a little off everywhere, shows here long before a single p-value falls below 1e-5.
    [Explicit("Takes minutes.")]
    [TestCaseSource(typeof(Battery), nameof(Battery.All))]
    public void Many_seeds_give_as_many_small_p_values_as_chance_does(BatteryTest test)
    {
        var (small, all) = (0, 0);
        var (smallest, where) = (1.0, string.Empty);
        for (var i = 0; i < Seeds * KeyInterleavings.All.Length; i++)
        {
            var (interleaving, seed) = (KeyInterleavings.All[i / Seeds], FirstSeed + (ulong)(i % Seeds));
            var words = interleaving.Words(seed, Battery.Count);
            foreach (var p in test.IsOneEnded ? [test.P(words)] : new[] { test.P(words), test.P(Battery.Reversed(words)) })
            {
                small += p < Level ? 1 : 0;
                all++;
                if (p < smallest)
                {
                    (smallest, where) = (p, $"{interleaving}, seed {seed}");
                }
            }
        }

        TestContext.Out.WriteLine(FormattableString.Invariant(
            $"{test}: {small} of {all} below {Level}, expected {all * Level:F1}; smallest {smallest:G2} ({where})"));

        // Tests that take the smallest of overlapping looks give fewer.
        Assert.That(Statistical.ShareZ(small, all, Level), Is.LessThan(Statistical.ZBound));
        Assert.That(smallest, Is.GreaterThan(Statistical.LeastP / all));
    }
}
