using Escalation.Experiments;

namespace Escalation.Studies;

/// <summary>What a comparison on the same luck found.</summary>
/// <param name="From">The mean on the one side.</param>
/// <param name="To">The mean on the other.</param>
/// <param name="Difference">The mean of the differences, history by history, with its interval of 95 %.</param>
internal sealed record Contrast(double From, double To, MeanEstimate Difference)
{
    /// <summary>The standard error of the difference.</summary>
    public double Error => Difference.StandardDeviation / Math.Sqrt(Difference.Count);

    /// <summary>By how many standard errors the difference is above 0; infinite if it is the same in every history.</summary>
    public double Errors => Difference.Mean == 0 ? 0 : Difference.Mean / Error;

    /// <summary>Compares two runs of as many histories.</summary>
    /// <param name="from">A number a history, on the one side.</param>
    /// <param name="to">The same on the other.</param>
    public static Contrast Of(double[] from, double[] to)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length, from.Length);
        var moments = new ExactMoments();
        for (var history = 0; history < from.Length; history++)
        {
            moments.Add(to[history] - from[history]);
        }

        return new(from.Average(), to.Average(), MeanEstimate.Of(moments));
    }
}
