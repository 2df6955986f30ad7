namespace Escalation.Tests.Analytic;

/// <summary>A Markov process that jumps between few states, solved without simulation.</summary>
/// <typeparam name="TState">A state; equal values are one state.</typeparam>
/// <remarks>Uniformization, Jensen (1953), Skandinavisk Aktuarietidskrift 36, 87–91: a Poisson number of steps of a chain in
/// discrete time. All terms are positive, so nothing cancels; what is left out of the sum is below 1e-16.</remarks>
internal sealed class JumpProcess<TState>
    where TState : notnull
{
    private const double LeastWeight = 1e-18;

    private readonly List<TState> states = [];
    private readonly List<(int From, int To, double Rate)> jumps = [];
    private readonly double[] ratesOut;
    private readonly double pace;

    /// <summary>Finds all states that can be reached.</summary>
    /// <param name="start">The state at time 0.</param>
    /// <param name="moves">Where a state can jump, at what rate a day; what has rate 0 is left out.</param>
    internal JumpProcess(TState start, Func<TState, IEnumerable<(TState To, double Rate)>> moves)
    {
        var indices = new Dictionary<TState, int> { [start] = 0 };
        states.Add(start);
        for (var from = 0; from < states.Count; from++)
        {
            foreach (var (to, rate) in moves(states[from]).Where(move => move.Rate > 0))
            {
                if (indices.TryAdd(to, states.Count))
                {
                    states.Add(to);
                }

                jumps.Add((from, indices[to], rate));
            }
        }

        ratesOut = new double[states.Count];
        foreach (var (from, _, rate) in jumps)
        {
            ratesOut[from] += rate;
        }

        pace = ratesOut.Max();
    }

    /// <summary>The expected worth of the state at a time.</summary>
    internal double At(double days, Func<TState, double> worth) => Sum(days, worth, (weight, _) => weight);

    /// <summary>The chance that a truth holds of the state at a time.</summary>
    internal double Chance(double days, Func<TState, bool> truth) => At(days, state => truth(state) ? 1 : 0);

    /// <summary>The variance of the worth of the state at a time.</summary>
    internal double Variance(double days, Func<TState, double> worth)
    {
        var mean = At(days, worth);
        return At(days, state => (worth(state) - mean) * (worth(state) - mean));
    }

    /// <summary>The expected integral of the worth of the state from 0 to a time.</summary>
    internal double Until(double days, Func<TState, double> worth) => Sum(days, worth, (_, above) => above / pace);

    // The sum over the numbers of steps n of E worth(state after n steps), times a factor of P(N = n) and P(N > n) where N is
    // Poisson of mean pace · days.
    private double Sum(double days, Func<TState, double> worth, Func<double, double, double> factor)
    {
        var worths = states.Select(worth).ToArray();
        var chances = new double[states.Count];
        chances[0] = 1;
        var sum = 0.0;
        foreach (var (weight, above) in PoissonWeights(pace * days))
        {
            sum += factor(weight, above) * chances.Zip(worths, (chance, value) => chance * value).Sum();
            chances = Step(chances);
        }

        return sum;
    }

    private double[] Step(double[] chances)
    {
        var next = chances.Select((chance, state) => chance * (1 - (ratesOut[state] / pace))).ToArray();
        foreach (var (from, to, rate) in jumps)
        {
            next[to] += chances[from] * rate / pace;
        }

        return next;
    }

    // P(N = n) and P(N > n) for n = 0, 1, …; the tails are summed from the end, where they are small.
    private static List<(double Weight, double Above)> PoissonWeights(double mean)
    {
        var weights = new List<double> { Math.Exp(-mean) };
        while (weights.Count <= mean || weights[^1] > LeastWeight)
        {
            weights.Add(weights[^1] * mean / weights.Count);
        }

        var above = new double[weights.Count];
        for (var n = weights.Count - 2; n >= 0; n--)
        {
            above[n] = above[n + 1] + weights[n + 1];
        }

        return [.. weights.Zip(above)];
    }
}
