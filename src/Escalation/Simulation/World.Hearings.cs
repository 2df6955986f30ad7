using System.Runtime.CompilerServices;
using Escalation.Engine;

namespace Escalation.Simulation;

/// <content>Who hears of an act, when, and what is asked then.</content>
public sealed partial class World
{
    private AudiencePlace[] audiences = new AudiencePlace[16];
    private AskedRule[] askedRules = new AskedRule[64];
    private int askedRuleCount;
    private int audienceCount;
    private int actorCount;
    private int[]? audienceOf;
    private readonly SparseTable sparseAudienceOf = new();

    // What this world knows of an audience. Of thousands of actors it comes from far memory: what is needed of it each time
    // stands together, and so do the rules of all audiences.
    private struct AudiencePlace
    {
        public Hearer[] Hearers;
        public ActProgram Act;
        public HearingProgram Together;
        public HearingCode? Code;
        public int HearerCount;
        public int FirstAsked;
        public int AskedCount;
        public int Uses;
    }

    private void MakeAudiences()
    {
        fieldCount = scenario.FieldNames.Length;
        Fields = new double[events.Length * fieldCount];
        handedOn = new double[fieldCount];
        actorCount = scenario.Actors.Length;
        var combinations = (long)scenario.Actions.Length * actorCount * (actorCount + 1);
        audienceOf = combinations <= 1 << 20 ? new int[combinations] : null;
    }

    // The place of an audience among those that were found so far.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AudienceOf(int action, int doer, int target)
    {
        var index = ((((long)action * actorCount) + doer) * (actorCount + 1)) + target + 1;
        if (audienceOf is not null)
        {
            ref var known = ref audienceOf[index];
            return (known != 0 ? known : known = FindAudience(action, doer, target) + 1) - 1;
        }

        return sparseAudienceOf.Find(index) is >= 0 and var place
            ? place
            : sparseAudienceOf.Add(index, FindAudience(action, doer, target));
    }

    private int FindAudience(int action, int doer, int target)
    {
        if (audienceCount == audiences.Length)
        {
            Array.Resize(ref audiences, audienceCount * 2);
        }

        var audience = program.Listeners.OfAct(action, doer, target);
        var rules = audience.Together.Rules;
        while (askedRuleCount + rules.Length > askedRules.Length)
        {
            Array.Resize(ref askedRules, askedRules.Length * 2);
        }

        rules.CopyTo(askedRules, askedRuleCount);
        audiences[audienceCount] = new AudiencePlace
        {
            Hearers = audience.Hearers,
            HearerCount = audience.Hearers.Length,
            Act = audience.Act,
            Together = audience.Together,
            FirstAsked = askedRuleCount,
            AskedCount = rules.Length,
        };
        askedRuleCount += rules.Length;
        return audienceCount++;
    }

    private void Report(int happening, ActionProgram action, Hearer hearer, int place)
    {
        ref var record = ref events[happening];
        var (day, isKnown) = (Now, true);
        if (hearer.Actor != record.Doer)
        {
            Observer = hearer.Actor;
            site = Site.Action(record.Action);
            var stem = Key.Stem(Key.Branch(record.Stem, Names.Report ^ program.ActorNames[hearer.Actor]));
            if (!action.ReportChance.Is(1) && !IsLucky(action.ReportChance.In(this), stem))
            {
                return;
            }

            if (action.HasReportDelay)
            {
                Stream = KeyedStream.Branch(stem, Names.After);
                day = Instant.After(Now, CheckedDelay(action.ReportAfter.In(this)));
            }

            isKnown = action.ReportAttributed.Is(1)
                || IsLucky(action.ReportAttributed.In(this), Key.Stem(Key.Branch(stem, Names.Attributed)));
            if (day > horizon || (!isKnown && hearer.Unknown.Length == 0))
            {
                return;
            }
        }

        record.References++;
        if (day > Now)
        {
            ref var entry = ref Rent(PendingKind.Hearing, rule: -1, key: 0, out var index);
            (entry.Event, entry.Subject, entry.IsKnown) = (happening, place, isKnown);
            queue.Schedule(day, pendingSlot + index);
        }
        else
        {
            ref var step = ref Await(InstantKind.Hearing, cause: 0);
            (step.Event, step.Subject, step.IsKnown) = (happening, place, isKnown);
        }
    }

    private Hearer[] HearersOf(int happening) => audiences[events[happening].Audience].Hearers;

    // The registers hold the event. Each hears in a step of its own, and nothing can come between them: what waits in the event
    // queue for this very instant and was scheduled before has been taken, and what is scheduled from now on comes behind them.
    private void TakeHearings(int happening)
    {
        ref var record = ref events[happening];
        ref var audience = ref audiences[record.Audience];
        if (trace is not null || !CountSteps(audience.HearerCount))
        {
            TakeHearingsOneByOne(happening, audience.Hearers);
            return;
        }

        (hasStepKey, stepKey, stepTrace) = (true, record.Stem, 0);
        if (audience.Code is null && HearingProgram.IsToTell(++audience.Uses))
        {
            audience.Code = audience.Together.CodeAfter(audience.Uses);
        }

        if (audience.Code is { } code)
        {
            code(this, record.Stem, happening, isKnown: true);
        }
        else
        {
            var asked = askedRules.AsSpan(audience.FirstAsked, audience.AskedCount);
            AskOneByOne(asked, isTogether: true, record.Stem, happening, isKnown: true);
        }
    }

    // The rules of all hearers as data: what their compiled code does too.
    internal void AskOneByOne(
        ReadOnlySpan<AskedRule> asked, bool isTogether, ulong stem, int happening, bool isKnown)
    {
        for (var place = 0; place < asked.Length; place++)
        {
            ref readonly var rule = ref asked[place];
            Me = rule.Actor;
            if (isTogether)
            {
                StepHearer = rule.Actor;
            }

            BeginRule(rule.Index);
            rule.Program.OccasionCode(this, rule.Index, stem, happening, isKnown);
            if (isTogether && hasDirtyWatch && HearingProgram.IsLastOfHearer(asked, place)
                && IsOverAfter(HearingProgram.HearersAfter(asked, place)))
            {
                return;
            }
        }

        if (isTogether)
        {
            Release(happening);
        }
    }

    /// <summary>Settles what a hearing changed.</summary>
    /// <param name="left">How many hearings were to come after it at this instant.</param>
    /// <returns>True if the replication is over, so that they do not come.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsOverAfter(int left) => hasDirtyWatch && IsOverOnceSettled(left);

    private bool IsOverOnceSettled(int left)
    {
        SettleWatches();
        if (isEnded)
        {
            UncountSteps(left);
        }

        return isEnded;
    }

    /// <summary>Notes where a fault would be found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void BeginRule(int rule) => site = Site.Rule(rule);

    private void TakeHearingsOneByOne(int happening, Hearer[] hearers)
    {
        foreach (var hearer in hearers)
        {
            CountStep();
            Hear(happening, hearer, isKnown: true);
            Settle();
            if (isEnded)
            {
                return;
            }
        }

        Release(happening);
    }

    // The registers hold the event already.
    private void Hear(int happening, Hearer hearer, bool isKnown)
    {
        ref var record = ref events[happening];
        var (stem, cause) = (record.Stem, record.Trace);
        (hasStepKey, stepKey, StepHearer, stepTrace) = (true, stem, hearer.Actor, cause);
        var asked = isKnown ? hearer.Known : hearer.Unknown;
        if (trace is null)
        {
            if (asked.Length > 0)
            {
                if ((isKnown ? hearer.IfKnown : hearer.IfUnknown) is { } hearing)
                {
                    hearing.Run(this, stem, happening, isKnown);
                }
                else
                {
                    Ask(asked, stem, happening, isKnown);
                }
            }

            return;
        }

        if (hearer.Actor != record.Doer)
        {
            TraceReport(happening, hearer.Actor, isKnown);
        }

        AskTraced(asked, stem, happening, isKnown, cause);
    }

    private void HearOfChange(ChangeHearer hearer, ulong key, int cause)
    {
        var stem = Key.Stem(key);
        (stepKey, StepHearer) = (stem, hearer.Actor);
        ClearEvent();
        if (trace is null)
        {
            Ask(hearer.Asked, stem, happening: -1, isKnown: false);
        }
        else
        {
            AskTraced(hearer.Asked, stem, happening: -1, isKnown: false, cause);
        }
    }

    // The rules of one actor, from top to bottom.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ask(RuleInstance[] asked, ulong stem, int happening, bool isKnown)
    {
        foreach (var instance in asked)
        {
            Me = instance.Actor;
            site = instance.Site;
            instance.Program.OccasionCode(this, instance.Index, stem, happening, isKnown);
        }
    }

    private void AskTraced(RuleInstance[] asked, ulong stem, int happening, bool isKnown, int cause)
    {
        foreach (var instance in asked)
        {
            ConsiderTraced(instance.Index, stem, happening, isKnown, cause);
        }
    }
}
