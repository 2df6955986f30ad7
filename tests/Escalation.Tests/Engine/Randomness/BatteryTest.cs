namespace Escalation.Tests.Engine.Randomness;

/// <summary>A test of whether words are independent and fair.</summary>
/// <param name="Name">What it looks at.</param>
/// <param name="P">Probability of a statistic as extreme as that of the words, on both sides where it has two.</param>
/// <param name="IsOneEnded">Whether it sees all bits alike, so that it need not read the words from their other end too.</param>
/// <param name="Controls">Words that it must reject.</param>
internal sealed record BatteryTest(string Name, Func<ulong[], double> P, bool IsOneEnded, Interleaving[] Controls)
{
    /// <summary>The name, which is that of the case too.</summary>
    public override string ToString() => Name;
}
