namespace Escalation.Tests.Analytic.Mutation;

/// <summary>Bugs as they are made: a sign, a side, a unit, an order, a key.</summary>
internal static class Mutants
{
    private const string Acts = "Simulation/World.Acts.cs";
    private const string Clocks = "Simulation/World.Clocks.cs";
    private const string Levels = "Simulation/World.Levels.cs";
    private const string Rules = "Simulation/World.Rules.cs";
    private const string World = "Simulation/World.cs";

    /// <summary>All of them.</summary>
    public static IEnumerable<Mutant> All =>
    [
        new("a rate is 2 % too high", "V01", new Edit(
            Clocks, "Now + (state.Remaining / bound)", "Now + (state.Remaining / (1.02 * bound))")),
        new("the far side of a sliding window is open", "V00", new Edit(
            "Simulation/World.Measures.cs", "isInclusive: Now <= expiredDay", "isInclusive: true")),
        new("a cooldown lasts an instant too long", "V00", new Edit(
            Rules, "Now < state.LastExecutionDay + cooldown", "Now <= state.LastExecutionDay + cooldown")),
        new("the horizon is left out", "V00", new Edit(World, "if (day > horizon)", "if (day >= horizon)")),
        new("levels decay by the half-life as if it were the mean life", "V25", new Edit(
            Levels, "Math.Log(2) / speed", "1 / speed")),
        new("a moving rate is not thinned", "V26", new Edit(
            Clocks, "if (!(stream.NextUniform() * bound < rate))", "if (bound < 0)")),
        new("a limit allows one more", "V30", new Edit(
            Rules, ">= CheckedCount(program.AtMost", "> CheckedCount(program.AtMost")),
        new("a chance is 2 % too high", "V02", new Edit(
            Rules, "stream.NextUniform() < chance", "stream.NextUniform() < 1.02 * chance")),
        new("spaced acts count their delays from each other", "V17",
            new Edit(Acts, "var day = Now;\n            if (effect.HasSpacing)", "if (effect.HasSpacing)"),
            new Edit(Acts, "for (var i = 0L; i < times; i++)", "var day = Now; for (var i = 0L; i < times; i++)"),
            new Edit(Acts, "day = Now + CheckedDelay(effect.Spaced", "day += CheckedDelay(effect.Spaced")),
        new("siblings share their luck", "V15", new Edit(
            Acts, "Key.Derive(key, name, ordinal)", "Key.Derive(key, name)")),
        new("sixty-four replications in a row are the same", "V01", new Edit(
            World, "(ulong)replication);", "(ulong)replication / 64);")),
        new("what an outcome ends goes on", "V13", new Edit(
            "Simulation/World.Watches.cs", "isEnded = true;", "endDay = Now;")),
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
