namespace Escalation.Benchmarks;

/// <summary>W1 without any queue: the times stand in an array, and each operation looks through all of them.</summary>
public sealed class HoldOnScan : IHold
{
    private readonly double[] times;
    private readonly BaselineDraws draws;

    public HoldOnScan(int pending, int seed)
    {
        draws = new BaselineDraws(seed);
        times = new double[pending];
        for (var slot = 0; slot < pending; slot++)
        {
            times[slot] = draws.Exponential(1);
        }
    }

    public double Now { get; private set; }

    public void Run(int operations)
    {
        for (var i = 0; i < operations; i++)
        {
            var first = 0;
            for (var slot = 1; slot < times.Length; slot++)
            {
                if (times[slot] < times[first])
                {
                    first = slot;
                }
            }

            Now = times[first];
            times[first] = Now + draws.Exponential(1);
        }
    }
}
