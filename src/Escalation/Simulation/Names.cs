using Escalation.Engine;

namespace Escalation.Simulation;

/// <summary>Hashes of the names under which the engine itself draws.</summary>
internal static class Names
{
    public static readonly ulong Replication = Key.OfName("replication");
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
}
