using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>Which box of a trajectory is proposed.</summary>
/// <remarks>
/// Bryant and Lempert (2010) leave the choice to the user, who weighs coverage, density and the number of limits. The proposal
/// weighs them so. Among the boxes that keep enough of the cases the best density is looked up; t lies half-way between the
/// density of everything and that. The worth of a box is its cases less t times its futures: a case inside earns 1 − t, another
/// future costs t. If cases have one chance in some box and a lower one elsewhere, that box has the greatest worth whatever t
/// lies between the two. Of the boxes that come near the greatest worth those with the fewest limited inputs are kept, and of
/// these the one of most worth.
/// </remarks>
internal static class BoxChoice
{
    /// <summary>The index of the proposed box.</summary>
    /// <param name="steps">A trajectory that begins with everything.</param>
    /// <param name="options">The shares of the rule.</param>
    /// <returns>The index; 0 if no box is denser than everything.</returns>
    public static int Propose(ImmutableArray<PeelingStep> steps, PrimOptions options)
    {
        var start = steps[0].Density;
        var covering = Enumerable.Range(0, steps.Length).Where(step => steps[step].Coverage >= options.LeastCoverage).ToList();
        if (covering.Count == 0)
        {
            return 0;
        }

        var best = covering.Max(step => steps[step].Density);
        if (!(best > start))
        {
            return 0;
        }

        var bar = (start + best) / 2;
        var near = options.NearWorth * covering.Max(Worth);
        return covering.Where(step => Worth(step) >= near)
            .OrderBy(step => steps[step].LimitedInputs)
            .ThenByDescending(Worth)
            .First();

        double Worth(int step) => steps[step].Cases - (bar * steps[step].Points);
    }
}
