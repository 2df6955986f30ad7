namespace Escalation.Tuning;

/// <summary>By which figure over futures a policy is judged. Values are losses: the least is the best.</summary>
/// <remarks>Which of them suits what decision: McPhail et al. (2018), Earth's Future 6, 169–191.</remarks>
public enum RobustCriterion
{
    /// <summary>Mean over futures, in the unit of the values; the least is the best.</summary>
    Expected,

    /// <summary>Mean of the worst share of futures, in the unit of the values; the least is the best.</summary>
    WorstMean,

    /// <summary>Mean regret, in the unit of the values; the least is the best.</summary>
    MeanRegret,

    /// <summary>Regret that a given share of futures does not exceed; the least is the best.</summary>
    RegretPoint,

    /// <summary>Greatest regret in any future (Savage 1951); the least is the best.</summary>
    GreatestRegret,

    /// <summary>Share of futures whose value is at most the threshold; the greatest is the best.</summary>
    Satisficing,

    /// <summary>Share of futures in which no policy is better by more than a tie: Starr's domain criterion (1963); the greatest
    /// is the best.</summary>
    Domain,

    /// <summary>Share of futures in which the policy is not far from the best; the greatest is the best.</summary>
    SeldomFar,
}
