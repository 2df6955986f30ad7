using Escalation.Engine;

namespace Escalation.Simulation;

/// <summary>Hashes of the names under which the engine itself draws.</summary>
internal static class Names
{
    public static readonly ulong Replication = Key.OfName("replication");
    public static readonly ulong Twin = Key.OfName("twin of a replication");
    public static readonly ulong Parameter = Key.OfName("parameter");
    public static readonly ulong Start = Key.OfName("start");
    public static readonly ulong Gap = Key.OfName("gap");
    public static readonly ulong Mark = Key.OfName("mark");
    public static readonly ulong Every = Key.OfName("every");
    public static readonly ulong Chance = Key.OfName("chance");
    public static readonly ulong After = Key.OfName("after");
    public static readonly ulong Times = Key.OfName("times");
    public static readonly ulong Spaced = Key.OfName("spaced");
    public static readonly ulong Against = Key.OfName("against");
    public static readonly ulong Report = Key.OfName("report");
    public static readonly ulong Attributed = Key.OfName("attributed");

    // The name of a twin has blanks, as no name of a file has, and is none of these: a level called twin keeps its luck.
    private static readonly ulong[] All =
        [Replication, Parameter, Start, Gap, Mark, Every, Chance, After, Times, Spaced, Against, Report, Attributed];

    /// <summary>The hash of a level or field. One that is called like a draw of the engine has luck of its own all the same: no
    /// name of a file has a space.</summary>
    public static ulong OfValue(string name) =>
        Key.OfName(name) is var hash && All.Contains(hash) ? Key.OfName(name + " of the file") : hash;
}
