using System.Collections.Immutable;

namespace Escalation.Tuning;

/// <summary>Both sides learn by answering, round for round, what the other has done on average. It is asked for the averages and
/// told the answers; who finds them, and how, is up to the caller.</summary>
/// <remarks>Brown (1951), in Activity Analysis of Production and Allocation, 374–376. With steps 1/(t + 1) averages reach an
/// equilibrium in games of opposed interests, in those with two choices a side and in potential games (Robinson 1951; Miyasawa
/// 1961; Monderer and Shapley 1996); in others they may circle for ever (Shapley 1964), so look at the exploitability. Not safe
/// for several threads at once.</remarks>
public sealed class FictitiousPlay
{
    private readonly double damping;

    /// <summary>Starts the play.</summary>
    /// <param name="start">What each side is believed to do at first.</param>
    /// <param name="damping">The part that each answer takes of the average, above 0 and at most 1; NaN: 1/(t + 1) in round t,
    /// counted from 1, so that the start counts as one round.</param>
    /// <exception cref="ArgumentOutOfRangeException">The damping is out of range.</exception>
    public FictitiousPlay(MixedProfile start, double damping = double.NaN)
    {
        if (damping is <= 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(damping), damping, "The damping lies above 0 and is at most 1.");
        }

        Average = start;
        this.damping = damping;
    }

    /// <summary>Gets what is to be answered: the average so far.</summary>
    public MixedProfile Average { get; private set; }

    /// <summary>Gets how many rounds were told.</summary>
    public int Rounds { get; private set; }

    /// <summary>Takes the answers of both sides to <see cref="Average"/>.</summary>
    /// <param name="answers">The answers: pure, or mixed where several are equally good.</param>
    /// <exception cref="ArgumentException">The answers are of another game.</exception>
    public void Tell(MixedProfile answers)
    {
        if (answers.Rows.Length != Average.Rows.Length || answers.Columns.Length != Average.Columns.Length)
        {
            throw new ArgumentException("Answers have as many rows and columns as the start.", nameof(answers));
        }

        Rounds++;
        var part = double.IsNaN(damping) ? 1.0 / (Rounds + 1) : damping;
        Average = new(Moved(Average.Rows, answers.Rows, part), Moved(Average.Columns, answers.Columns, part));
    }

    private static ImmutableArray<double> Moved(ImmutableArray<double> from, ImmutableArray<double> to, double part) =>
        [.. from.Zip(to, (one, other) => one + (part * (other - one)))];
}
