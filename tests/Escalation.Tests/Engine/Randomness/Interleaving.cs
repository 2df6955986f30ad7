namespace Escalation.Tests.Engine.Randomness;

/// <summary>A sequence of 64-bit words in which draws of related keys stand side by side.</summary>
/// <param name="Name">What stands side by side.</param>
/// <param name="Fill">Writes the beginning of the sequence that a seed gives.</param>
internal sealed record Interleaving(string Name, Action<ulong, ulong[]> Fill)
{
    /// <summary>The first words of the sequence.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="count">How many words.</param>
    public ulong[] Words(ulong seed, int count)
    {
        var words = new ulong[count];
        Fill(seed, words);
        return words;
    }

    /// <summary>The name, which is that of the fixture too.</summary>
    public override string ToString() => Name;
}
