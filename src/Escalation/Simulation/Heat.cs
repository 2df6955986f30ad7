namespace Escalation.Simulation;

/// <summary>When formulas and rules are compiled. Whatever the choice, the results are the same bits.</summary>
internal enum Translation
{
    /// <summary>When they have been asked for so often that compiling them costs less than going on without: a few histories
    /// are told before a compiler would be ready.</summary>
    WhenHot,

    /// <summary>Never: the reference.</summary>
    Never,

    /// <summary>Before the first replication.</summary>
    AtOnce,
}

/// <summary>Counts how often something is asked for, by all threads together.</summary>
/// <remarks>Counts may be lost where threads meet, which delays the compiler a little and changes no result.</remarks>
/// <param name="translation">When it is compiled.</param>
internal sealed class Heat(Translation translation)
{
    /// <summary>So many questions make it hot: compiling takes one or two thousandths of a second, a question without some
    /// millionths.</summary>
    public const int Threshold = 1000;

    private int asked;
    private int isRisen;

    /// <summary>Counts a question.</summary>
    /// <returns>True for the one, on one thread, at which it is worth while to compile.</returns>
    public bool Rises() => translation == Translation.WhenHot
        && asked < Threshold && ++asked >= Threshold && Interlocked.Exchange(ref isRisen, 1) == 0;
}
