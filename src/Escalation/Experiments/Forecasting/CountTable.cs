namespace Escalation.Experiments;

/// <summary>The steps of a count's distribution function, for many draws from it.</summary>
/// <remarks>A law of few counts is written out once; of many the steps are computed draw by draw, with the same
/// results.</remarks>
internal sealed class CountTable
{
    private const double Tail = 1e-9;
    private const double MostCounts = 65_536;

    private readonly CountForecast forecast;
    private readonly double[] upTo;
    private readonly long first;

    private CountTable(CountForecast forecast, long first, double[] upTo)
    {
        this.forecast = forecast;
        this.first = first;
        this.upTo = upTo;
    }

    /// <summary>Makes the table of a forecast.</summary>
    public static CountTable Of(CountForecast forecast)
    {
        var (low, high) = (forecast.Quantile(Tail), forecast.Quantile(1 - Tail));
        if ((double)high - low >= MostCounts)
        {
            return new(forecast, low, []);
        }

        var steps = new double[(int)(high - low) + 1];
        for (var place = 0; place < steps.Length; place++)
        {
            steps[place] = forecast.AtMost(low + place);
        }

        return new(forecast, low, steps);
    }

    /// <summary>The step of the distribution function at a chance.</summary>
    /// <param name="chance">Between 0 and 1, both excluded.</param>
    /// <returns>P(X &lt; k) and P(X ≤ k) of the least k for which the latter is above the chance.</returns>
    public (double Below, double UpTo) Step(double chance)
    {
        if (upTo.Length == 0 || chance < Tail || chance >= upTo[^1])
        {
            var count = forecast.Quantile(chance);
            return (forecast.AtMost(count - 1), forecast.AtMost(count));
        }

        var place = Place(chance);
        return (place == 0 ? forecast.AtMost(first - 1) : upTo[place - 1], upTo[place]);
    }

    // The least one whose step ends above the chance.
    private int Place(double chance)
    {
        var (low, high) = (0, upTo.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = upTo[middle] > chance ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
