using System.Globalization;

namespace Escalation.Studies.Mechanisms;

/// <summary>What the experiments find with the histories that the tests take, and by how many standard errors.</summary>
internal static class ExperimentTable
{
    /// <summary>Runs experiments and prints a line for each.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="seed">The seed of all runs.</param>
    /// <param name="ids">The mechanisms; none: all of them.</param>
    public static void Write(TextWriter output, ulong seed, string[] ids)
    {
        foreach (var mechanism in MechanismList.All.Where(one => ids.Length == 0 || ids.Contains(one.Id)))
        {
            foreach (var experiment in mechanism.Experiments)
            {
                var contrast = experiment.Run(mechanism.Scenario, seed, experiment.Histories);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{mechanism.Id} {experiment.Observe}: {contrast.From:G4} -> {contrast.To:G4}, " +
                    $"expected {experiment.Expected}, {experiment.Margin(contrast):F1} standard errors, " +
                    $"{experiment.Histories} histories"));
            }
        }
    }
}
