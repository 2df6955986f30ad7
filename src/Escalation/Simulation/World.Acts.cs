using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>Acts: how they are spawned, taken, measured and heard.</content>
public sealed partial class World
{
    private const double MostTimes = 1_000_000;

    private int fieldCount;
    private int eventIndex = -1;
    private double[] handedOn = [];
    private Audience[] audiences = new Audience[16];
    private int audienceCount;
    private int[]? audienceOf;
    private readonly Dictionary<long, int> sparseAudienceOf = [];

    /// <summary>The rung of the event under consideration.</summary>
    internal double EventRung() => eventIndex >= 0 && program.Actions[events[eventIndex].Action].Rung is >= 0 and var rung
        ? rung
        : throw new FormulaFaultException("the event has no rung");

    private void MakeAudiences()
    {
        fieldCount = scenario.FieldNames.Length;
        Fields = new double[events.Length * fieldCount];
        handedOn = new double[fieldCount];
        var combinations = (long)scenario.Actions.Length * scenario.Actors.Length * (scenario.Actors.Length + 1);
        audienceOf = combinations <= 1 << 20 ? new int[combinations] : null;
    }

    // The place of an audience among those that were found so far.
    private int AudienceOf(int action, int doer, int target)
    {
        var actors = scenario.Actors.Length;
        var index = ((((long)action * actors) + doer) * (actors + 1)) + target + 1;
        if (audienceOf is not null)
        {
            ref var known = ref audienceOf[index];
            return (known != 0 ? known : known = FindAudience(action, doer, target) + 1) - 1;
        }

        if (!sparseAudienceOf.TryGetValue(index, out var place))
        {
            sparseAudienceOf[index] = place = FindAudience(action, doer, target);
        }

        return place;
    }

    private int FindAudience(int action, int doer, int target)
    {
        if (audienceCount == audiences.Length)
        {
            Array.Resize(ref audiences, audienceCount * 2);
        }

        audiences[audienceCount] = program.Listeners.OfAct(action, doer, target);
        return audienceCount++;
    }

    private void SetEvent(int happening, bool isKnown)
    {
        if (happening < 0)
        {
            ClearEvent();
            return;
        }

        ref var record = ref events[happening];
        EventDoer = record.Doer;
        EventTarget = record.Target;
        EventFields = happening * fieldCount;
        EventAttributed = isKnown ? 1 : 0;
        eventIndex = happening;
    }

    internal static double CheckedTimes(double times) => times >= 0 && times <= MostTimes && Math.Floor(times) == times
        ? times
        : throw new FormulaFaultException(FormattableString.Invariant(
            $"'times' is a whole number from 0 to {MostTimes:N0}, but is {times:R}"));

    internal void SpawnActs(int rule, EffectProgram effect, ulong key, int happening, bool isKnown, int cause)
    {
        var times = 1.0;
        if (effect.HasTimes)
        {
            Stream = new KeyedStream(Key.Derive(key, effect.TimesName, effect.Occurrence));
            times = CheckedTimes(effect.Times.In(this));
        }

        var name = program.Actions[effect.Action].Name;
        if (effect.Aim is { IsEachProxy: true })
        {
            foreach (var proxy in program.Proxies[rules[rule].Actor])
            {
                var nameFor = Key.Derive(name, program.ActorNames[proxy]);
                SpawnEach(rule, effect, key, nameFor, proxy, (long)times, happening, isKnown, cause);
            }

            for (var i = 0L; i < times && program.Proxies[rules[rule].Actor].Length == 0; i++)
            {
                Drop(rule, DropReason.NoTarget, cause);
            }

            return;
        }

        SpawnEach(rule, effect, key, name, target: -1, (long)times, happening, isKnown, cause);
    }

    private void SpawnEach(
        int rule, EffectProgram effect, ulong key, ulong name, int target, long times, int happening, bool isKnown, int cause)
    {
        for (var i = 0L; i < times; i++)
        {
            var ordinal = (effect.Occurrence << 32) + (ulong)i;
            var actKey = Key.Derive(key, name, ordinal);
            if (effect.HasSpacing)
            {
                Stream = new KeyedStream(Key.Derive(key, effect.SpacedName, ordinal));
                SpawnLater(rule, effect.Number, actKey, target, happening, isKnown, effect.Spaced.In(this), cause);
            }
            else if (effect.IsPlain)
            {
                var known = effect.Aim is { IsEachProxy: false } aim ? AimedAt(aim) : target;
                SpawnPlain(rule, effect.Number, actKey, known, happening, isKnown, cause);
            }
            else
            {
                SpawnAct(rule, effect.Number, actKey, target, happening, isKnown, cause);
            }
        }
    }

    // Nothing that comes before its turn can change what it is.
    internal void SpawnPlain(int rule, int effect, ulong actKey, int target, int happening, bool isKnown, int cause)
    {
        var definition = program.Effects[effect];
        if (target < 0 && definition.Aim is not null)
        {
            // At its turn it finds nobody to aim at.
            SpawnAct(rule, effect, actKey, target, happening, isKnown, cause);
            return;
        }

        ref var step = ref Await(InstantKind.PlainAct, cause);
        step.Key = actKey;
        step.Rule = rule;
        step.Event = RentEvent(actKey, definition.Action, rules[rule].Actor, target);
    }

    internal void SpawnAct(int rule, int effect, ulong actKey, int target, int happening, bool isKnown, int cause)
    {
        Refer(happening);
        ref var step = ref Await(InstantKind.Act, cause);
        step.Key = actKey;
        step.Rule = rule;
        step.Subject = effect;
        step.Target = target;
        step.Event = happening;
        step.IsKnown = isKnown;
    }

    internal void SpawnLater(
        int rule, int effect, ulong actKey, int target, int happening, bool isKnown, double delay, int cause)
    {
        var day = Instant.After(Now, CheckedDelay(delay));
        if (day > horizon)
        {
            return;
        }

        ref var entry = ref Rent(PendingKind.Act, rule, actKey, out var index);
        entry.Subject = effect;
        entry.Target = target;
        entry.Trace = cause;
        entry.Event = happening;
        entry.IsKnown = isKnown;
        Refer(happening);
        Link(index, rule);
        queue.Schedule(day, pendingSlot + index);
    }

    private void TakeAct(
        int rule, EffectProgram effect, ulong key, int target, int occasion, bool isKnown, int cause)
    {
        site = Site.Rule(rule);
        SetEvent(occasion, isKnown);
        Me = rules[rule].Actor;
        if (effect.Aim is { IsEachProxy: false } aim && (target = FindTarget(aim, key)) < 0)
        {
            Drop(rule, DropReason.NoTarget, cause);
            Release(occasion);
            Settle();
            return;
        }

        // The fields that are handed on read the occasion's event, so they are evaluated before the new one takes its place.
        for (var i = 0; i < effect.Values.Length; i++)
        {
            ref readonly var field = ref effect.Values[i];
            Stream = new KeyedStream(Key.Derive(key, field.Name));
            handedOn[i] = field.Value.In(this);
        }

        Release(occasion);
        var happening = RentEvent(key, effect.Action, Me, target);
        for (var i = 0; i < effect.Values.Length; i++)
        {
            Fields[(happening * fieldCount) + effect.Values[i].Index] = handedOn[i];
        }

        Perform(happening, rule, cause);
    }

    // The whole step, with what follows from it at once; takes over the one reference to the event.
    private void Perform(int happening, int rule, int cause)
    {
        ref var record = ref events[happening];
        var action = program.Actions[record.Action];
        SetEvent(happening, isKnown: true);
        Me = -1;
        site = Site.Action(record.Action);
        if (action.Code is { } code)
        {
            code(this, record.Key);
        }
        else
        {
            foreach (ref readonly var draw in action.Draws.AsSpan())
            {
                Stream = new KeyedStream(Key.Derive(record.Key, draw.Name));
                Fields[EventFields + draw.Index] = draw.Value.In(this);
            }
        }

        acts++;
        Tally.CountAct(record.Action, record.Doer);
        if (action.Rung > highestRung)
        {
            (highestRung, highestRungDoer) = (action.Rung, record.Doer);
        }

        if (trace is not null)
        {
            stepTrace = record.Trace = TraceAct(in record, rule, cause);
        }

        var audience = audiences[record.Audience];
        foreach (var measure in audience.Measures)
        {
            MeasureAct(measure);
        }

        if (!action.IsReportedAtOnce)
        {
            for (var place = 0; place < audience.Hearers.Length; place++)
            {
                Report(happening, action, audience.Hearers[place], place);
            }

            Release(happening);
            Settle();
        }
        else if (audience.Hearers.Length == 0)
        {
            Release(happening);
            Settle();
        }
        else if (IsInstantFree())
        {
            // They would be the only ones in the ring, and so they need not pass through it.
            Settle();
            if (!isEnded)
            {
                CountStep();
                TakeHearings(happening);
            }
        }
        else
        {
            Await(InstantKind.Hearings, cause: 0).Event = happening;
            Settle();
        }
    }

    private void Report(int happening, ActionProgram action, Hearer hearer, int place)
    {
        ref var record = ref events[happening];
        var (day, isKnown) = (Now, true);
        if (hearer.Actor != record.Doer)
        {
            Observer = hearer.Actor;
            site = Site.Action(record.Action);
            var key = Key.Derive(record.Key, Names.Report ^ program.ActorNames[hearer.Actor]);
            if (!action.ReportChance.Is(1) && !IsLucky(action.ReportChance.In(this), key))
            {
                return;
            }

            if (action.HasReportDelay)
            {
                Stream = new KeyedStream(Key.Derive(key, Names.After));
                day = Instant.After(Now, CheckedDelay(action.ReportAfter.In(this)));
            }

            isKnown = action.ReportAttributed.Is(1)
                || IsLucky(action.ReportAttributed.In(this), Key.Derive(key, Names.Attributed));
            if (day > horizon || (!isKnown && hearer.Unknown.Length == 0))
            {
                return;
            }
        }

        record.References++;
        if (day > Now)
        {
            ref var entry = ref Rent(PendingKind.Hearing, rule: -1, record.Key, out var index);
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

    // The registers hold the event already.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Hear(int happening, Hearer hearer, bool isKnown)
    {
        ref var record = ref events[happening];
        var (key, cause) = (record.Key, record.Trace);
        (hasStepKey, stepKey, stepHearer, stepTrace) = (true, key, hearer.Actor, cause);
        if (trace is not null && hearer.Actor != record.Doer)
        {
            TraceReport(happening, hearer.Actor, isKnown);
        }

        Ask(isKnown ? hearer.Known : hearer.Unknown, key, happening, isKnown, cause);
    }

    private void HearOfChange(Hearer hearer, ulong key, int cause)
    {
        stepHearer = hearer.Actor;
        ClearEvent();
        Ask(hearer.Known, key, happening: -1, isKnown: false, cause);
    }

    // The rules of one actor, from top to bottom.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ask(RuleInstance[] asked, ulong key, int happening, bool isKnown, int cause)
    {
        foreach (var instance in asked)
        {
            if (instance.Program.Occasion is { } code && trace is null)
            {
                Me = instance.Actor;
                site = Site.Rule(instance.Index);
                code(this, instance.Index, key, happening, isKnown);
            }
            else
            {
                Consider(instance.Index, key, happening, isKnown, cause);
            }
        }
    }

    private int FindTarget(AimProgram aim, ulong key)
    {
        if (aim.Options is null)
        {
            return AimedAt(aim);
        }

        var chosen = Choose(aim.Weights, Key.Derive(key, Names.Against));
        return chosen >= 0 ? FindTarget(aim.Options[chosen], key) : -1;
    }

    private int AimedAt(AimProgram aim) => aim.Relation is { } relation ? Relative(relation) : aim.Actor;

    internal int Relative(Relation relation) => relation switch
    {
        Relation.Me => Me,
        Relation.EventActor => EventDoer,
        Relation.EventTarget => EventTarget,
        Relation.SponsorOfEventActor => EventDoer >= 0 ? SponsorOf[EventDoer] : -1,
        Relation.MySponsor => SponsorOf[Me],
        _ => throw new FormulaFaultException("'my proxies' cannot be one option of a weighted choice"),
    };
}
