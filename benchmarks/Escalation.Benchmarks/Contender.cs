using System.Diagnostics;

namespace Escalation.Benchmarks;

/// <summary>What runs a workload, and how fast it was in each chunk of some milliseconds.</summary>
internal sealed class Contender
{
    private const double WarmUpSeconds = 1;
    private const double WarmInSeconds = 0.15;
    private const double RoundSeconds = 0.3;

    private readonly Func<double> chunk;
    private readonly List<double> rates = [];
    private readonly bool isWholeRound;

    private Contender(Func<double> chunk, bool isWholeRound) => (this.chunk, this.isWholeRound) = (chunk, isWholeRound);

    /// <summary>The median rate of all chunks.</summary>
    public double Rate => rates.Order().ElementAt(rates.Count / 2);

    /// <summary>One that runs in this process, warm.</summary>
    /// <param name="chunk">Runs some work and tells how much it was.</param>
    public static Contender Here(Func<double> chunk)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < WarmUpSeconds;)
        {
            chunk();
        }

        return new Contender(
            () =>
            {
                var watch = Stopwatch.StartNew();
                var work = chunk();
                return work / watch.Elapsed.TotalSeconds;
            },
            isWholeRound: false);
    }

    /// <summary>One that measures its own rate, once a round.</summary>
    /// <param name="rate">Runs and tells the rate.</param>
    public static Contender Elsewhere(Func<double> rate) => new(rate, isWholeRound: true);

    /// <summary>Measures contenders turn and turn about, so that what else the machine does meets all of them alike; the median
    /// leaves out the chunks in which the machine did something else.</summary>
    /// <param name="contenders">The contenders; null for one that is not there.</param>
    /// <param name="rounds">How many turns.</param>
    public static void Race(IReadOnlyList<Contender?> contenders, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in contenders)
            {
                contender?.RunRound();
            }
        }
    }

    private void RunRound()
    {
        if (isWholeRound)
        {
            rates.Add(chunk());
            return;
        }

        // What the others left in the caches is nobody's rate; the C program is warm, too, when it begins to measure.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < WarmInSeconds;)
        {
            chunk();
        }

        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < RoundSeconds;)
        {
            rates.Add(chunk());
        }
    }
}
