namespace Escalation.Benchmarks;

/// <summary>A section of the page on scaling.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Reason">Why the curve runs as it does.</param>
internal sealed record ScalingSection(string Title, string Reason);

/// <summary>What the page on scaling says besides its figures.</summary>
internal static class ScalingText
{
    /// <summary>The head of the page.</summary>
    public const string Head = """
        # How costs grow

        Made by `dotnet run -c Release -- scaling` in `benchmarks/Escalation.Benchmarks`, figures, tables and charts:
        medians of chunks of some milliseconds, warm, on one thread. The scenarios are a row of states that raid each
        other (`row ACTORS RULES DAYS` prints one): each state acts as often in a small one as in a large one, a raid is
        answered, stirs a grievance that fades and raises the rate of raids, and brings in the neighbour on the other
        side, an ally. The cost of an act includes all that follows from it: reports, rules asked, rates bounded anew,
        waits drawn.

        """;

    /// <summary>Pending events.</summary>
    public static readonly ScalingSection Pending = new(
        "Cost of an event against pending events",
        """
        A 4-ary heap is log₄ N levels high: 2 at 10, 5 at 1,000, 10 at a million. Each level costs one comparison of
        four times in one cache line. While the heap fits into the nearest caches (16 bytes an event, so up to some
        10,000) a level costs two or three nanoseconds; from there on each of the lowest levels is a line that comes
        from further away, and at a million, 16 MB with 4 MB of slots beside it, also an entry of the page table: the
        slope of the last stretch is that of the memory, not of the algorithm, and is the same in C.
        """);

    /// <summary>Actors.</summary>
    public static readonly ScalingSection Actors = new(
        "Cost of an act against actors",
        """
        Who hears of an act is looked up once for each action, doer and target, and is as many in a long row as
        in a short one; the queue holds one clock an actor, which adds its logarithm. The rest of the slope is
        the caches: levels, clocks, rules and states of the luck of 5,000 actors are a few MB, and each act
        touches those of two or three others. States with rules of their own write down other numbers and other
        neighbours, but rules of one shape: from sixteen on they share their code, and the numbers and neighbours
        stand in a table beside it.
        """);

    /// <summary>Rules.</summary>
    public static readonly ScalingSection Rules = new(
        "Cost of an act against rules that hear of it",
        """
        Each rule that hears of an act is asked, in order, whether its `if` holds: the cost is linear in the rules that
        hear, and does not depend on those that do not. Up to 24 rules of those who hear stand in one piece of code, a
        few nanoseconds each; beyond, each is called.
        """);

    /// <summary>Horizon.</summary>
    public static readonly ScalingSection Horizon = new(
        "Cost of an act against the horizon",
        """
        Nothing is kept of what is over, so an act late in a history costs what an early one costs. A short history pays
        for its beginning: levels, clocks and measures are set, and each clock draws its first wait.
        """);
}
