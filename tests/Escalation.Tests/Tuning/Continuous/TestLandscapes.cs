using Escalation.Engine;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Continuous;

/// <summary>Functions whose least values are known, and searches on them.</summary>
internal static class TestLandscapes
{
    public static double Sphere(double[] x) => x.Sum(value => value * value);

    public static double Ellipsoid(double[] x) =>
        x.Select((value, i) => Math.Pow(1e4, i / (x.Length - 1.0)) * value * value).Sum();

    public static double Rosenbrock(double[] x) => Enumerable.Range(0, x.Length - 1).Sum(i =>
        (100 * Math.Pow(x[i + 1] - (x[i] * x[i]), 2)) + Math.Pow(1 - x[i], 2));

    /// <summary>Evaluations until the true value of the distribution's mean is at most the target; +∞ if it never is.</summary>
    public static double EvaluationsTo(
        ContinuousSearch search, Func<double[], double> function, double target, long most, double noise = 0, ulong luck = 0)
    {
        var stream = KeyedStream.Derive(luck, Key.OfName("noise"));
        while (!search.IsFinished && search.Evaluations < most)
        {
            var values = search.Ask().Select(function).ToArray();
            for (var i = 0; noise > 0 && i < values.Length; i++)
            {
                values[i] += NormalVariate.Draw(ref stream, 0, noise);
            }

            search.Tell(values);
            if (function([.. search.Mean]) <= target)
            {
                return search.Evaluations;
            }
        }

        return double.PositiveInfinity;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
