using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Searches levers over ranges for the policy of least value. Policies of a generation share their luck; each generation
/// has new luck, so that no policy wins by fitting one.</summary>
public static class LeverSearch
{
    /// <summary>What the descent may spend; the rest is for looking about where it ended.</summary>
    private const double PartOfDescent = 0.6;

    /// <summary>Searches.</summary>
    /// <param name="trials">Tries policies.</param>
    /// <param name="space">The policies.</param>
    /// <param name="choices">The values of the levers that choose, by index; they stay.</param>
    /// <param name="options">How long, and with what luck.</param>
    /// <param name="after">Called after each generation; null: nobody watches.</param>
    /// <returns>Where it ended, and what looked best on the way.</returns>
    public static LeverSearchEnd Run(
        PolicyTrials trials,
        PolicySpace space,
        ImmutableArray<int> choices,
        LeverSearchOptions options,
        Action<SearchStep>? after = null)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(options);
        var run = new LeverSearchRun(trials, space, choices, options, after);
        run.Descend((long)(options.Budget * PartOfDescent));
        run.Survey();
        return run.End();
    }
}

/// <summary>How long a search over levers goes, and with what luck.</summary>
/// <param name="Seed">Seed of the search itself: where it looks.</param>
/// <param name="Budget">Units to spend, about.</param>
/// <param name="Luck">Number of the unit with whose luck the first generation begins; those after it follow.</param>
public sealed record LeverSearchOptions(ulong Seed, long Budget, long Luck);

/// <summary>Where a search over levers ended.</summary>
/// <param name="Bottom">The least point of all that was seen, as a surface; null if there is none inside the ranges.</param>
/// <param name="Means">The middle of the last generation of each run: where it went, without the luck of a single
/// policy.</param>
/// <param name="Seen">The policies that looked best when they were tried, the best first; they flatter.</param>
/// <param name="Steps">How it went.</param>
public sealed record LeverSearchEnd(
    Point? Bottom, ImmutableArray<Point> Means, ImmutableArray<PolicyTrial> Seen, ImmutableArray<SearchStep> Steps);
