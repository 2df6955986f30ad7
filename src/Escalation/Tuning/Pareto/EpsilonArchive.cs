using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>Keeps of all settings that were ever valued a front of one a box, so that noise does not fill it.</summary>
/// <typeparam name="T">What a setting is.</typeparam>
/// <param name="epsilon">Width of a box in each objective, about the half-width of an estimate; above 0.</param>
/// <remarks>Laumanns, Thiele, Deb and Zitzler (2002), Evolutionary Computation 10, 263–282. Which of several settings of a
/// box stays may depend on their order; no box stays that another one dominates, in any order.</remarks>
public sealed class EpsilonArchive<T>(params ImmutableArray<double> epsilon)
{
    private readonly List<(T Setting, double[] Objectives, double[] Box)> entries = [];

    /// <summary>Gets the settings and their objectives, in order of the first objective.</summary>
    public ImmutableArray<(T Setting, ImmutableArray<double> Objectives)> Front =>
        [.. entries.OrderBy(entry => entry.Objectives[0]).Select(entry => (entry.Setting, entry.Objectives.ToImmutableArray()))];

    /// <summary>Offers a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="objectives">Its objectives, less is better; one for each width.</param>
    /// <returns>Whether it was taken.</returns>
    /// <exception cref="ArgumentException">There is not one objective a width.</exception>
    public bool Add(T setting, double[] objectives)
    {
        if (objectives.Length != epsilon.Length)
        {
            throw new ArgumentException("There is one objective for each width.", nameof(objectives));
        }

        if (Array.Exists(objectives, double.IsNaN))
        {
            return false;
        }

        double[] box = [.. objectives.Select((value, i) => Math.Floor(value / epsilon[i]))];
        foreach (var entry in entries)
        {
            var isSame = entry.Box.AsSpan().SequenceEqual(box);
            if (Domination.Dominates(entry.Box, box) || (isSame && !IsNearer(objectives, entry.Objectives, box)))
            {
                return false;
            }
        }

        entries.RemoveAll(entry => entry.Box.AsSpan().SequenceEqual(box) || Domination.Dominates(box, entry.Box));
        entries.Add((setting, objectives, box));
        return true;
    }

    // Within a box the one that dominates stays, or else the one nearer to the best corner.
    private bool IsNearer(double[] one, double[] other, double[] box) =>
        Domination.Dominates(one, other) || (!Domination.Dominates(other, one) && Distance(one, box) < Distance(other, box));

    private double Distance(double[] objectives, double[] box) =>
        objectives.Select((value, i) => Math.Pow((value / epsilon[i]) - box[i], 2)).Sum();
}
