namespace Escalation.Tests.Analytic.Mutation;

/// <summary>Bugs as they are made: a sign, a side, a unit, an order, a key.</summary>
internal static class Mutants
{
    private const string Clocks = "Simulation/World.Clocks.cs";
    private const string Emitter = "Simulation/RuleEmitter.cs";
    private const string Heap = "Engine/EventHeap.cs";
    private const string Hearings = "Simulation/World.Hearings.cs";
    private const string Levels = "Simulation/World.Levels.cs";
    private const string Rules = "Simulation/World.Rules.cs";
    private const string Spawning = "Simulation/World.Spawning.cs";
    private const string World = "Simulation/World.cs";

    /// <summary>All of them.</summary>
    public static IEnumerable<Mutant> All =>
    [
        new("a rate is 2 % too high", "V01", new Edit(
            Clocks, "Now + (state.Remaining / state.Bound);", "Now + (state.Remaining / (1.02 * state.Bound));")),
        new("the far side of a sliding window is open", "V00", new Edit(
            "Simulation/World.Measures.cs", "isInclusive: Now <= expiredDay", "isInclusive: true")),
        new("a cooldown lasts an instant too long", "V00", new Edit(
            Rules, "Now < Instant.After(state.Last", "Now <= Instant.After(state.Last")),
        new("the horizon is left out", "V00",
            new Edit(World, "TryNext(pauseDay,", "TryNext(Math.Min(pauseDay, Math.BitDecrement(horizon)),"),
            new Edit(World, "if (day > horizon)", "if (day >= horizon)")),
        new("levels decay by the half-life as if it were the mean life", "V25", new Edit(
            Levels, "Math.Log(2) / speed", "1 / speed")),
        new("a moving rate is not thinned", "V26", new Edit(
            Clocks, "if (!(stream.NextUniform() * bound < rate))", "if (bound < 0)")),
        new("a limit allows one more", "V30", new Edit(
            Rules, ">= CheckedCount(program.AtMost", "> CheckedCount(program.AtMost")),
        new("a chance is 2 % too high", "V02", new Edit(
            Rules, "stream.NextUniform() < chance", "stream.NextUniform() < 1.02 * chance")),
        new("spaced acts count their delays from each other", "V17",
            new Edit(Spawning, "private const double MostTimes", "private double spacedDay; private const double MostTimes"),
            new Edit(Spawning, "After(Now, CheckedDelay(delay))", "After(spacedDay = Math.Max(Now, spacedDay), delay)")),
        new("siblings share their luck", "V15",
            new Edit(Spawning, "Key.Derive(key, name, ordinal)", "Key.Derive(key, name)"),
            new Edit(Emitter, "KeyOf(stem, name, ordinal)", "KeyOf(stem, name)")),
        new("sixty-four replications in a row are the same", "V01", new Edit(
            World, "(ulong)replication);", "(ulong)replication / 64);")),
        new("what an outcome ends goes on", "V13", new Edit(
            "Simulation/World.Watches.cs", "isEnded = true;", "endDay = Now;")),
        new("of two at one time the later scheduled comes first", "W01",
            new Edit(Heap, "one.Order < other.Order", "one.Order > other.Order")),
        new("what is followed over time misses what a window forgets", "W02", new Edit(
            "Simulation/World.Measures.cs", "in windowsFollowed)", "in windowsFollowed[..0])")),
        new("a report names the doer always", "W03", new Edit(
            Hearings, "isKnown = action.ReportAttributed.Is(1)", "isKnown = action is not null")),
        new("a report comes at once", "W04", new Edit(Hearings, "if (action.HasReportDelay)", "if (day < 0)")),
        new("a falling level does not stop where it rests", "W07", new Edit(
            "Simulation/LevelProgram.cs", "Math.Max(Rest, Value - way)", "Value - way")),
        new("one activation too many may be pending", "W09", new Edit(
            Rules, "state.PendingCount >= CheckedCount(", "state.PendingCount > CheckedCount(")),
        new("'unless' is not obeyed", "W10",
            new Edit(Rules, "instance.Program.Unless.In(this) != 0", "instance.Program.Unless.In(this) > 1"),
            new Edit(Emitter, "if (!rule.Unless.Is(0))", "if (rule.Unless.Is(1))")),
        new("standing down is heard and not done", "W10", new Edit(
            Rules, "var index = ruleStates[rule].FirstPending;", "var index = -1;")),
        new("a prior is drawn once for all histories", "W12", new Edit(
            World, "Derive(parameterKey, Names.Parameter", "Derive(0, Names.Parameter")),
        new("a bound knows of the luck to come", "W18",
            new Edit(Clocks, "if (!(state.UntilDay > Now))", "if (state.IsStretchEnd || !(state.UntilDay > Now))"),
            new Edit(
                Clocks, "horizon - Now, state.StretchDays)", "horizon - Now, state.StretchDays * (state.IsStretchEnd ? 4 : 1))")),
        new("a level does not rise in a straight line", "W19", new Edit(
            "Simulation/LevelProgram.cs", "Math.Min(Rest, Value + way)", "Value")),
        new("a geometric number begins at 1", "V08", new Edit(
            "Engine/GeometricVariate.cs", "Math.Floor(", "1 + Math.Floor(")),
        new("a negative binomial number is a Poisson one", "V09", new Edit(
            "Engine/NegativeBinomialVariate.cs", "GammaVariate.Draw(ref stream, mean, shape)", "mean + (0 * shape)")),
        new("the spread of a lognormal delay is taken for its logarithm", "V04", new Edit(
            "Engine/LognormalVariate.cs", "Math.Log(spread)", "spread")),
        new("the shape of a gamma delay is forgotten", "V04", new Edit(
            "Engine/GammaVariate.cs", "mean * (DrawUnit(ref stream, shape) / shape)", "mean * DrawUnit(ref stream, 1)")),
    ];
}
