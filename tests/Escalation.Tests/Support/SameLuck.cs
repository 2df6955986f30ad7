using Escalation.Experiments;
using Escalation.Loading;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Tests.Support;

/// <summary>Compares two decisions in a scenario that comes with the program, history by history on the same luck.</summary>
/// <param name="file">The file in <c>scenarios</c>.</param>
/// <param name="replications">How many histories.</param>
internal sealed class SameLuck(string file, int replications = 2_000)
{
    private readonly Scenario scenario = ScenarioReader.ReadFile(Source.PathOf("scenarios/" + file)).Scenario!;

    /// <summary>Fails unless a column is higher with one set of values than with another, by more than luck explains: its mean
    /// difference is more than <see cref="Statistical.ZBound"/> standard errors above 0.</summary>
    /// <param name="column">An outcome or a measure that is a number in every history.</param>
    /// <param name="with">Settings such as <c>hotline=0, answer=0.5</c>; none: the values of the file.</param>
    /// <param name="than">The settings to compare with.</param>
    internal void AssertMore(string column, string with, string than)
    {
        var high = Column(column, with);
        var low = Column(column, than);
        var errors = Errors([.. high.Zip(low, (more, less) => more - less)]);

        Assert.That(errors, Is.GreaterThan(Statistical.ZBound), FormattableString.Invariant(
            $"{column} is {high.Average():F3} with '{with}' and {low.Average():F3} with '{than}'."));
    }

    /// <summary>Fails unless the mean of a column is as near to an exact value as luck allows.</summary>
    /// <param name="column">A measure that is a number in every history.</param>
    /// <param name="with">The settings.</param>
    /// <param name="exact">The exact value.</param>
    internal void AssertMean(string column, string with, double exact) => Assert.That(
        Errors([.. Column(column, with).Select(value => value - exact)]), Is.EqualTo(0).Within(Statistical.ZBound));

    /// <summary>A column over all histories.</summary>
    internal double[] Column(string column, string settings)
    {
        var chosen = settings.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(text => SettingReader.Read(scenario, text).Setting!);
        var program = ScenarioProgram.Compile(scenario, new([.. chosen], Sample: false));
        var index = program.Columns.Select(known => known.Name).ToList().IndexOf(column);
        var rows = ReplicationRunner.Run(program, new(replications, Seed: 1, Threads: 2)).Rows;

        return [.. Enumerable.Range(0, replications).Select(replication => rows.Row(replication)[index])];
    }

    // By how many standard errors the mean lies above 0.
    private static double Errors(double[] differences)
    {
        var mean = differences.Average();
        var variance = differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return mean / Math.Sqrt(variance / differences.Length);
    }
}
