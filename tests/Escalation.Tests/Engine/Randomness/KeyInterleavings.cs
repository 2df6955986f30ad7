using System.Globalization;
using Escalation.Engine;
using Escalation.Simulation;

namespace Escalation.Tests.Engine.Randomness;

/// <summary>Draws of related keys, derived as a <see cref="World"/> derives them: see <see cref="WorldKeyTests"/>.</summary>
internal static class KeyInterleavings
{
    private static readonly ulong Rule = RuleInstance.NameOf("militia", "attack");
    private static readonly ulong Act = Key.OfName("attack");
    private static readonly ulong Field = Names.OfValue("deaths");
    private static readonly ulong Prior = Names.Parameter ^ Key.OfName("provocation");

    private static readonly ulong[] Fields =
        [.. new[] { "a", "b", "aa", "ab", "deaths", "deaths_2", "severity", "wounded" }.Select(Names.OfValue)];

    private static readonly ulong[] Observers = [.. new[] { "iran", "iraq", "us" }.Select(Key.OfName)];

    /// <summary>All sequences whose words must be independent.</summary>
    public static Interleaving[] All { get; } =
    [
        new("replications", (seed, words) => Each(words, 4, r => DrawGaps(seed, r))),
        new("priors_of_replications", (seed, words) => Each(words, 1, r => [DrawPrior(seed, r)])),
        new("seeds", (seed, words) => Each(words, 4, s => DrawGaps(seed + s, 0))),
        new("seeds_and_replications", (seed, words) => Each(words, 8, r => DrawPriors(seed, r))),
        new("gaps_of_one_clock", (seed, words) => Each(words, 1, i => [First(KeyedStream.Derive(Clock(seed, 0), Names.Gap, i))])),
        new("acts_of_one_activation", (seed, words) => Each(words, 2, i => DrawAct(Clock(seed, 0), i))),
        new("acts_of_gaps", (seed, words) => Each(words, 4, i => DrawActs(Key.Derive(Clock(seed, 0), Names.Gap, i)))),
        new("repeated_effects", (seed, words) => Each(words, 2, i => DrawAct(Clock(seed, 0), i << 32))),
        new("fields_of_acts", (seed, words) => Each(words, Fields.Length, i => DrawFields(Key.Derive(Clock(seed, 0), Act, i)))),
        new("observers_of_acts", (seed, words) => Each(words, 9, i => DrawReports(Key.Derive(Clock(seed, 0), Act, i)))),
        new("short_names", (seed, words) => Each(words, 2, i => DrawNamed(seed, ShortName(i)))),
        new("numbered_names", (seed, words) => Each(words, 2, i => DrawNamed(seed, Numbered(i)))),
        new("descendants", FillDescendants),
        new("one_stream", FillOne),
        new("keys_of_siblings", (seed, words) => Each(words, 1, i => [Key.Derive(Clock(seed, 0), Act, i)])),
        new("mixed_keys_of_replications", (seed, words) => Each(words, 1, r => [Key.Mix(Replication(seed, r))])),
        new("mixed_keys_of_siblings", (seed, words) => Each(words, 1, i => [Key.Mix(Key.Derive(Clock(seed, 0), Act, i))])),
        new("mixed_keys_of_descendants", FillMixedDescendants),
    ];

    // A prior in one replication of eight seeds: what would repeat itself if seed and replication could be exchanged.
    private static ulong[] DrawPriors(ulong seed, ulong replication) =>
        [.. Enumerable.Range(0, 8).Select(s => DrawPrior(seed + (ulong)s, replication))];

    private static ulong DrawPrior(ulong seed, ulong replication) =>
        First(KeyedStream.Derive(Replication(seed, replication), Prior));

    private static ulong[] DrawNamed(ulong seed, string name) =>
        DrawTwo(KeyedStream.Derive(Clock(seed, 0), Key.OfName(name)));

    // The same for the ordinals of an occasion and of its acts.
    private static ulong[] DrawActs(ulong activation) =>
        [.. Enumerable.Range(0, 4).Select(i => First(KeyedStream.Derive(activation, Act, (ulong)i)))];

    // One rule of one actor: two draws of its first gap and two of its second.
    private static ulong[] DrawGaps(ulong seed, ulong replication)
    {
        var clock = Clock(seed, replication);
        return [.. DrawTwo(KeyedStream.Derive(clock, Names.Gap, 0)), .. DrawTwo(KeyedStream.Derive(clock, Names.Gap, 1))];
    }

    // How long one act of several waits, and a field of it.
    private static ulong[] DrawAct(ulong activation, ulong ordinal) =>
    [
        First(KeyedStream.Derive(activation, Names.Spaced ^ Act, ordinal)),
        First(KeyedStream.Derive(Key.Derive(activation, Act, ordinal), Field)),
    ];

    private static ulong[] DrawFields(ulong act) => Array.ConvertAll(Fields, field => First(KeyedStream.Derive(act, field)));

    // For each observer whether a report is made, when it comes and whether the doer is known.
    private static ulong[] DrawReports(ulong act)
    {
        var words = new ulong[Observers.Length * 3];
        for (var i = 0; i < Observers.Length; i++)
        {
            var report = Key.Derive(act, Names.Report ^ Observers[i]);
            words[3 * i] = First(KeyedStream.Derive(report, Names.Chance));
            words[(3 * i) + 1] = First(KeyedStream.Derive(report, Names.After));
            words[(3 * i) + 2] = First(KeyedStream.Derive(Key.Derive(report, Names.Attributed), Names.Chance));
        }

        return words;
    }

    // Act, answer, act that answers the answer: of each generation the activation's own key (from whose bits its gap is drawn),
    // the draw of its delay and that of its act's field.
    private static void FillDescendants(ulong seed, ulong[] words)
    {
        var act = Clock(seed, 0);
        Each(words, 3, _ =>
        {
            var activation = Key.Derive(act, Rule);
            act = Key.Derive(activation, Act);
            return [activation, First(KeyedStream.Derive(activation, Names.After)), First(KeyedStream.Derive(act, Field))];
        });
    }

    private static void FillMixedDescendants(ulong seed, ulong[] words)
    {
        var key = Clock(seed, 0);
        Each(words, 1, _ => [Key.Mix(key = Key.Derive(key, Rule))]);
    }

    private static void FillOne(ulong seed, ulong[] words)
    {
        var stream = new KeyedStream(Clock(seed, 0));
        Each(words, 1, _ => [stream.NextBits()]);
    }

    private static ulong Replication(ulong seed, ulong replication) => Key.Derive(seed, Names.Replication, replication);

    private static ulong Clock(ulong seed, ulong replication) => Key.Derive(Replication(seed, replication), Rule);

    private static ulong First(KeyedStream stream) => stream.NextBits();

    private static ulong[] DrawTwo(KeyedStream stream)
    {
        return [stream.NextBits(), stream.NextBits()];
    }

    // a, b, …, z, aa, ab, …
    private static string ShortName(ulong number)
    {
        var name = string.Empty;
        for (var left = number + 1; left > 0; left = (left - 1) / 26)
        {
            name = (char)('a' + ((left - 1) % 26)) + name;
        }

        return name;
    }

    private static string Numbered(ulong number) => "proxy_" + number.ToString(CultureInfo.InvariantCulture);

    private static void Each(ulong[] words, int size, Func<ulong, ulong[]> draw)
    {
        for (var start = 0; start < words.Length; start += size)
        {
            draw((ulong)(start / size)).AsSpan(0, Math.Min(size, words.Length - start)).CopyTo(words.AsSpan(start));
        }
    }
}
