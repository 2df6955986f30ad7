using Escalation.Engine;
using Escalation.Simulation;

namespace Escalation.Benchmarks;

/// <summary>Endless sequences of random words in the orders in which related keys would show that they are related.</summary>
/// <remarks>The keys are derived as a <see cref="World"/> derives them, from the same hashes of names.</remarks>
internal static class StreamWords
{
    /// <summary>The orders, with what each puts side by side.</summary>
    public static readonly (string Name, Func<ulong, Action<Span<ulong>>> Start)[] Orders =
    [
        ("neighbours", Neighbours),
        ("siblings", Siblings),
        ("descendants", Descendants),
        ("seeds", Seeds),
        ("names", OfNames),
        ("one", One),
    ];

    private static readonly ulong Rule = RuleInstance.NameOf("militia", "attack");
    private static readonly ulong Action = Key.OfName("attack");
    private static readonly ulong Field = Names.OfValue("deaths");

    // One rule of one actor in replications 0, 1, 2, …: two draws of its first gap and two of its second.
    private static Action<Span<ulong>> Neighbours(ulong seed)
    {
        var replication = 0UL;
        return words =>
        {
            for (var i = 0; i < words.Length; i += 4)
            {
                DrawGaps(words.Slice(i, 4), seed, replication++);
            }
        };
    }

    // The same of replication 0 in runs of seeds s, s + 1, s + 2, …
    private static Action<Span<ulong>> Seeds(ulong seed) => words =>
    {
        for (var i = 0; i < words.Length; i += 4)
        {
            DrawGaps(words.Slice(i, 4), seed++, replication: 0);
        }
    };

    private static void DrawGaps(Span<ulong> words, ulong seed, ulong replication)
    {
        var clock = Key.Derive(Key.Derive(seed, Names.Replication, replication), Rule);
        Draw(words[..2], KeyedStream.Derive(clock, Names.Gap, 0));
        Draw(words[2..], KeyedStream.Derive(clock, Names.Gap, 1));
    }

    // The acts 0, 1, 2, … of one activation: how long each waits, and its field.
    private static Action<Span<ulong>> Siblings(ulong seed)
    {
        var cause = Start(seed);
        var ordinal = 0UL;
        return words =>
        {
            for (var i = 0; i < words.Length; i += 2)
            {
                words[i] = First(KeyedStream.Derive(cause, Names.Spaced ^ Action, ordinal));
                words[i + 1] = First(KeyedStream.Derive(Key.Derive(cause, Action, ordinal), Field));
                ordinal++;
            }
        };
    }

    // Act, answer, act that answers the answer, and so on without end: of each generation the activation's own key (from whose
    // bits its gap is drawn), the draw of its delay and that of its act's field. Derivation is one to one, so the chain comes
    // back to its start after 2⁶³ generations on average.
    private static Action<Span<ulong>> Descendants(ulong seed)
    {
        var act = Start(seed);
        return words =>
        {
            for (var i = 0; i < words.Length; i += 3)
            {
                var activation = Key.Derive(act, Rule);
                words[i] = activation;
                words[i + 1] = First(KeyedStream.Derive(activation, Names.After));
                act = Key.Derive(activation, Action);
                words[i + 2] = First(KeyedStream.Derive(act, Field));
            }
        };
    }

    // Two draws of each field a, b, …, z, aa, ab, … of one event.
    private static Action<Span<ulong>> OfNames(ulong seed)
    {
        var cause = Start(seed);
        var number = 0L;
        return words =>
        {
            Span<char> letters = stackalloc char[16];
            for (var i = 0; i < words.Length; i += 2)
            {
                var length = 0;
                for (var left = ++number; left > 0; left = (left - 1) / 26)
                {
                    letters[^++length] = (char)('a' + ((left - 1) % 26));
                }

                Draw(words.Slice(i, 2), KeyedStream.Derive(cause, Key.OfName(new string(letters[^length..]))));
            }
        };
    }

    private static Action<Span<ulong>> One(ulong seed)
    {
        var stream = new KeyedStream(Start(seed));
        return words =>
        {
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = stream.NextBits();
            }
        };
    }

    private static ulong Start(ulong seed) => Key.Derive(Key.Derive(seed, Names.Replication), Rule);

    private static ulong First(KeyedStream stream) => stream.NextBits();

    private static void Draw(Span<ulong> words, KeyedStream stream)
    {
        foreach (ref var word in words)
        {
            word = stream.NextBits();
        }
    }
}
