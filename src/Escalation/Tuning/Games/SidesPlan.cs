namespace Escalation.Tuning;

/// <summary>How much is spent on what while two sides tune against each other.</summary>
/// <param name="Tuning">What may be spent, and on how many histories what was found is judged.</param>
public sealed record SidesPlan(TuningPlan Tuning)
{
    /// <summary>Rounds of play at most.</summary>
    public const int MostRounds = 20;

    /// <summary>Pairs of policies of which all are valued, where all levers choose.</summary>
    public const int MostPairs = 400;

    /// <summary>Policies of a side whose pairs are valued after play.</summary>
    internal const int MostOfPool = 6;

    /// <summary>Equilibria that are judged.</summary>
    internal const int MostJudged = 5;

    // Three parts: play, the matrix, and answers to what was found.
    private const double PartOfPlay = 0.4;
    private const double PartOfMatrix = 0.25;
    private const long Fewest = 256;

    // Two sides, which look for an answer each, and about as much for valuing what they found.
    internal long OfAnswer => (long)Math.Max(Fewest, Tuning.Budget * PartOfPlay / MostRounds / 4);

    // Of what is judged, of play's end and its equilibrium before, of what was there at first, and of what was tuned against it.
    internal long OfLastAnswer => (long)Math.Max(
        Fewest, Tuning.Budget * (1 - PartOfPlay - PartOfMatrix) / (2 * (MostJudged + 4)));

    internal long OfPair(int pairs, bool isAll) =>
        (long)Math.Max(Fewest, Tuning.Budget * (isAll ? 1 : PartOfMatrix) / pairs);
}
