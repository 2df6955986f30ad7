namespace Escalation.Studies;

/// <summary>What the page on the dilemma says besides its figures.</summary>
internal static class DilemmaText
{
    /// <summary>The head of the page.</summary>
    public const string Head = """
        # The dilemma

        > If you never inflict that damage, your adversary doubts your willingness, but if you do inflict that damage, you can
        > get trapped in an escalatory spiral.

        This page is written by a command, all of its figures with it, in some minutes:

        ```
        cd benchmarks/Escalation.Studies
        dotnet run -c Release -- dilemma
        ```

        Intervals are of 95 %. All runs have the same seed, so that what differs from row to row differs by the lever and not by luck.


        """;

    /// <summary>The closed form.</summary>
    public const string ClosedForm = """
        ## In closed form

        [scenarios/dilemma-closed-form.yaml](../scenarios/dilemma-closed-form.yaml) has nothing but the two opposite effects of an answer
        of severity s: attacks of own will get rarer, λ₀ exp(−κs) of them a day, and each answer breeds γs more on average, each of which
        is answered. An attack of own will thus stands for 1 + γs + (γs)² + … = 1 / (1 − γs) attacks, and all together come at the rate
        λ₀ exp(−κs) / (1 − γs) while γs < 1. Its logarithm has the slope −κ + γ / (1 − γs): it is least at s* = 1/γ − 1/κ if κ > γ,
        and at s = 0, no answer at all, if the answer provokes more than it deters. With λ₀ = 0.1 a day, κ = 1.2 and γ = 0.5 it is
        s* = 1.1667. Attacks in 1,000 days, 100,000 histories a row:


        """;

    /// <summary>The sweep over how often.</summary>
    public const string HowOften = """
        ## Autumn 2023: how often to answer

        In [scenarios/iraq-syria-2023-10.yaml](../scenarios/iraq-syria-2023-10.yaml) nothing refers to an outcome. `us_response` is
        the chance that an attack that killed nobody is answered; a deadly one nearly always is. One year, 10,000 histories a row.
        Spiral: the US and Iran strike each other directly within 14 days; near war: one of them strikes the other. Doubt: how little
        Kata'ib Hezbollah believes in US will on the last day.

        ![How often to answer](images/dilemma-how-often.svg)


        """;

    /// <summary>The sweep over how hard.</summary>
    public const string HowHard = """
        ## How hard to answer

        Every fifth attack is answered (us_response = 0.2), by strikes of the severity in the first column; 1 kills eight on average.

        ![How hard to answer](images/dilemma-how-hard.svg)


        """;

    /// <summary>What moves the minimum.</summary>
    public const string WhatMovesIt = """
        ## What moves the least point

        The sweep over `us_response` again, each time with one uncertainty changed, 4,000 histories a point:


        """;

    /// <summary>How to read it.</summary>
    public const string Tail = """
        `deterrence` is how much a believed threat keeps attackers back, `doubt_gain` how fast unanswered attacks undo the belief,
        `provocation` how many attacks a strike breeds in revenge, and `misjudgement` how easily a strike is read in Tehran as more than
        was meant. None of these decides by itself: the spiral comes from American dead (pressure in Washington) at one end and from
        grievance in Tehran at the other, and both are fed by the same exchange.

        """;
}
