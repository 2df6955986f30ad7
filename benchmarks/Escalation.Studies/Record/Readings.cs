namespace Escalation.Studies.Record;

/// <summary>How the figures of the record are read off a history: the same for years of calm and for the surge.</summary>
internal static class Readings
{
    // After this many days without an attack the next one begins a new spell.
    private const double DaysBetweenSpells = 5;

    // A strike answers a death if it comes by then; the slowest on record took ten days.
    private const double DaysToAnswer = 14;

    /// <summary>Attacks that a deliberate strike follows, of those that killed.</summary>
    public static (double Part, double Whole) AnsweredDeaths(Chronicle history)
    {
        var deadly = history.Attacks.Where(attack => attack.IsDeadly && attack.Day + DaysToAnswer <= history.Days).ToList();
        return (deadly.Count(attack => Follows(history, attack.Day, DaysToAnswer, deed => deed.IsOperation)), deadly.Count);
    }

    /// <summary>Strikes that an attack without a death is charged with, and such attacks.</summary>
    public static (double Part, double Whole) AnsweredOthers(Chronicle history) => (
        history.Operations.Count(strike => strike.Cause is { IsAttack: true, IsDeadly: false }),
        history.Attacks.Count(attack => !attack.IsDeadly));

    /// <summary>Days from each death to the strike that answers it.</summary>
    public static IEnumerable<double> DelaysAfterDeaths(Chronicle history) =>
        from strike in history.Operations where strike.Cause is { IsDeadly: true } select strike.Day - strike.Cause!.Day;

    /// <summary>Days from the first attack of a pattern to the strike that answers the pattern, where no death called for it. What
    /// came before the last strike was answered by that one.</summary>
    public static IEnumerable<double> DelaysAfterPatterns(Chronicle history)
    {
        var attacks = history.Attacks.ToList();
        var answeredDay = 0.0;
        foreach (var strike in history.Operations)
        {
            if (strike.Cause is { IsAttack: true, IsDeadly: false } cause)
            {
                var first = attacks.IndexOf(cause);
                while (first > 0 && attacks[first - 1].Day > answeredDay
                    && attacks[first].Day - attacks[first - 1].Day <= DaysBetweenSpells)
                {
                    first--;
                }

                yield return strike.Day - attacks[first].Day;
            }

            answeredDay = strike.Day;
        }
    }

    /// <summary>Days from each strike to the next attack.</summary>
    public static IEnumerable<double> DelaysOfRetaliation(Chronicle history) =>
        from strike in history.Operations
        let next = history.Attacks.FirstOrDefault(attack => attack.Day > strike.Day)
        where next is not null
        select next.Day - strike.Day;

    /// <summary>Strikes with an attack in the week after, of those that have a week left.</summary>
    public static (double Part, double Whole) Retaliations(Chronicle history)
    {
        var strikes = history.Operations.Where(strike => strike.Day + 7 <= history.Days).ToList();
        return (strikes.Count(strike => Follows(history, strike.Day, 7, deed => deed.IsAttack)), strikes.Count);
    }

    /// <summary>Second strikes within a week, of the strikes that were retaliated for in that week.</summary>
    public static (double Part, double Whole) SecondRounds(Chronicle history)
    {
        var strikes = history.Operations.Where(strike =>
            strike.Day + 7 <= history.Days
            && !Follows(history, strike.Day - 7, 7, deed => deed.IsOperation && deed != strike)
            && Follows(history, strike.Day, 7, deed => deed.IsAttack && deed.Cause == strike)).ToList();
        return (strikes.Count(strike => Follows(history, strike.Day, 7, deed => deed.IsOperation)), strikes.Count);
    }

    /// <summary>Moves of each exchange that has a deliberate strike in it: along the longest chain of causes from the attack that
    /// began it, each change of the side that acts is one.</summary>
    public static IEnumerable<double> Moves(Chronicle history)
    {
        var moves = new Dictionary<Deed, (Deed Root, int Count)>();
        foreach (var deed in history.Deeds.Where(deed => deed.IsAttack || deed.IsAmerican || deed.IsDirect))
        {
            moves[deed] = deed.Cause is { } cause && moves.TryGetValue(cause, out var before)
                ? (before.Root, before.Count + (deed.IsAmerican == cause.IsAmerican ? 0 : 1))
                : (deed, 1);
        }

        return from move in moves.Values
               group move.Count by move.Root into exchange
               where exchange.Key.IsAttack && moves.Any(move => move.Value.Root == exchange.Key && move.Key.IsOperation)
               select (double)exchange.Max();
    }

    /// <summary>Dead of each attack that killed.</summary>
    public static IEnumerable<double> Dead(Chronicle history) =>
        from attack in history.Attacks where attack.IsDeadly select attack["deaths"];

    private static bool Follows(Chronicle history, double afterDay, double days, Func<Deed, bool> isIt) =>
        history.Deeds.Any(deed => deed.Day > afterDay && deed.Day <= afterDay + days && isIt(deed));
}
