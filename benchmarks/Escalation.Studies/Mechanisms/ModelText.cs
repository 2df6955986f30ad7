using System.Globalization;

namespace Escalation.Studies.Mechanisms;

/// <summary>What the page on the model says besides its tables.</summary>
internal static class ModelText
{
    /// <summary>The head of the page.</summary>
    public static string Head { get; } = string.Create(CultureInfo.InvariantCulture, $"""
        # The model, mechanism by mechanism

        Two articles of 2023 make {MechanismList.All.Count()} causal claims about how attacks, answers and restraint hang
        together. Each is here with the words in which it was made, the rule, level, condition, action or lever of a scenario that
        carries it (which names it by its number), and an experiment that shows what it does. The scenarios can be read aloud;
        this page says where to read. What the dilemma between them comes to stands in [dilemma.md](dilemma.md).

        It is written by a command, all of its figures with it, in some minutes on two cores:

        ```
        cd benchmarks/Escalation.Studies
        dotnet run -c Release -- model
        ```

        **How to read it.** An experiment runs a scenario twice, {ModelPage.Replications:N0} histories each, on the same luck:
        history 17 of the one side has the dice of history 17 of the other, so that what differs comes from what was changed.
        *From → to* says what was changed, most often the mechanism taken away and left as written; after a semicolon stands what
        holds on both sides. *Looked at* is a measure (its mean over the histories), one measure per another (the ratio of their
        means), or an outcome (the share of histories in which it comes to pass); where two stand, the first is that of the first
        side, and a bare number is what the second is held against. The difference is that of the second side to the first, with
        its interval of 95 %. The last column says by how many standard errors the difference lies on the expected side; for *same
        within 10 %*, how far it stays below ten per cent of the first value. ∞: all histories agree. The tests run the same
        experiments with fewer histories, and fail below 4.42.

        **What it shows, and what not.** That a rule is at work in the scenario, with the sign that the article claims, and how
        strong it is there. It does not show that the claim is true of the world, nor that the strength is right: most strengths
        are judgement, and their priors are wide. None of the claims is left as mere framing: that attacks on the troops are
        "separate" from the war in Gaza (M14) is shown as what it says of the rules, that answers do not depend on that war.


        """);

    /// <summary>The end of the page.</summary>
    public const string Tail = """
        The experiments stand in `benchmarks/Escalation.Studies/Mechanisms`, a file a theme, edits of the scenario and all; one
        that no longer fits its scenario fails instead of showing nothing. `dotnet run -c Release -- mechanisms M34` runs those of
        one mechanism as the tests do.

        """;
}
