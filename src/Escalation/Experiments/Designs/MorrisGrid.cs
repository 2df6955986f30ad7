namespace Escalation.Experiments;

/// <summary>Where the levels of a Morris design lie between 0 and 1.</summary>
public enum MorrisGrid
{
    /// <summary>At 0, 1/(p − 1), …, 1, as Morris has them. At the ends the quantile of an unbounded prior is infinite.</summary>
    Ends,

    /// <summary>In the middle of p equal stretches: 1/(2p), 3/(2p), …; for priors without ends.</summary>
    Middles,
}
