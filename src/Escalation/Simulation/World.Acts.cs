using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>Acts: how they are spawned, taken, measured and heard.</content>
public sealed partial class World
{
    private const double MostTimes = 1_000_000;

    private int fieldCount;
    private int eventRung = -1;
    private double[] handedOn = [];
    private Audience?[]? audiences;
    private readonly Dictionary<long, Audience> sparseAudiences = [];

    /// <summary>The rung of the event under consideration.</summary>
    internal double EventRung() => eventRung >= 0
        ? eventRung
        : throw new FormulaFaultException("the event has no rung");

    private void MakeAudiences()
    {
        fieldCount = scenario.FieldNames.Length;
        Fields = new double[events.Length * fieldCount];
        handedOn = new double[fieldCount];
        var combinations = (long)scenario.Actions.Length * scenario.Actors.Length * (scenario.Actors.Length + 1);
        audiences = combinations <= 1 << 20 ? new Audience?[combinations] : null;
    }

    private Audience AudienceOf(int action, int doer, int target)
    {
        var actors = scenario.Actors.Length;
        var index = ((((long)action * actors) + doer) * (actors + 1)) + target + 1;
        if (audiences is not null)
        {
            return audiences[index] ??= program.Listeners.OfAct(action, doer, target);
        }

        if (!sparseAudiences.TryGetValue(index, out var audience))
        {
            sparseAudiences[index] = audience = program.Listeners.OfAct(action, doer, target);
        }

        return audience;
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
        eventRung = program.Actions[record.Action].Rung;
    }

    private void SpawnActs(int rule, EffectProgram effect, ulong key, int happening, bool isKnown, int cause)
    {
        var times = 1.0;
        if (effect.HasTimes)
        {
            Stream = new KeyedStream(Key.Derive(key, effect.TimesName, effect.Occurrence));
            times = effect.Times.In(this);
            if (!(times >= 0 && times <= MostTimes && Math.Floor(times) == times))
            {
                throw new FormulaFaultException(FormattableString.Invariant(
                    $"'times' is a whole number from 0 to {MostTimes:N0}, but is {times:R}"));
            }
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
            var day = Now;
            if (effect.HasSpacing)
            {
                Stream = new KeyedStream(Key.Derive(key, effect.SpacedName, ordinal));
                day = Instant.After(Now, CheckedDelay(effect.Spaced.In(this)));
                if (day > horizon)
                {
                    continue;
                }
            }

            // Only a spaced act can be cancelled, so only that needs a place from which it can be taken.
            var (index, actor, actKey) = (-1, rules[rule].Actor, Key.Derive(key, name, ordinal));
            ref var entry = ref effect.HasSpacing
                ? ref Rent(PendingKind.Act, actor, rule, actKey, ref index)
                : ref Await(PendingKind.Act, actor, rule, actKey);
            entry.Effect = effect;
            entry.Target = target;
            entry.Trace = cause;
            Refer(happening, ref entry, isKnown);
            if (effect.HasSpacing)
            {
                Link(index, rule);
                queue.Schedule(day, pendingSlot + index);
            }
        }
    }

    private void TakeAct(in Pending entry)
    {
        var effect = entry.Effect!;
        site = Site.Rule(entry.Rule);
        SetEvent(entry.Event, entry.IsKnown);
        Me = entry.Actor;
        var target = entry.Target;
        if (effect.Aim is { IsEachProxy: false } aim && (target = FindTarget(aim, entry.Key)) < 0)
        {
            Drop(entry.Rule, DropReason.NoTarget, entry.Trace);
            Release(entry.Event);
            return;
        }

        // The fields that are handed on read the occasion's event, so they are evaluated before the new one takes its place.
        for (var i = 0; i < effect.Values.Length; i++)
        {
            ref readonly var field = ref effect.Values[i];
            Stream = new KeyedStream(Key.Derive(entry.Key, field.Name));
            handedOn[i] = field.Value.In(this);
        }

        Release(entry.Event);
        var happening = RentEvent(entry.Key, effect.Action, entry.Actor, target);
        var fields = Fields.AsSpan(happening * fieldCount, fieldCount);
        fields.Fill(double.NaN);
        for (var i = 0; i < effect.Values.Length; i++)
        {
            fields[effect.Values[i].Index] = handedOn[i];
        }

        Perform(happening, entry.Rule, entry.Trace);
        Release(happening);
    }

    private void Perform(int happening, int rule, int cause)
    {
        ref var record = ref events[happening];
        var action = program.Actions[record.Action];
        SetEvent(happening, isKnown: true);
        Me = -1;
        site = Site.Action(record.Action);
        foreach (ref readonly var draw in action.Draws.AsSpan())
        {
            Stream = new KeyedStream(Key.Derive(record.Key, draw.Name));
            Fields[EventFields + draw.Index] = draw.Value.In(this);
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

        var audience = AudienceOf(record.Action, record.Doer, record.Target);
        foreach (var measure in audience.Measures)
        {
            MeasureAct(measure);
        }

        foreach (var hearer in audience.Hearers)
        {
            Report(happening, action, hearer);
        }
    }

    private void Report(int happening, ActionProgram action, Hearer hearer)
    {
        var record = events[happening];
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

        var index = -1;
        ref var entry = ref day > Now
            ? ref Rent(PendingKind.Hearing, hearer.Actor, rule: -1, record.Key, ref index)
            : ref Await(PendingKind.Hearing, hearer.Actor, rule: -1, record.Key);
        entry.Hearer = hearer;
        Refer(happening, ref entry, isKnown);
        if (index >= 0)
        {
            queue.Schedule(day, pendingSlot + index);
        }
    }

    private void Hear(in Pending entry)
    {
        ref var record = ref events[entry.Event];
        stepKey = Key.Derive(record.Key, program.ActorNames[entry.Actor]);
        stepTrace = record.Trace;
        if (trace is not null && entry.Actor != record.Doer)
        {
            TraceReport(entry.Event, entry.Actor, entry.IsKnown);
        }

        var cause = record.Trace;
        var key = record.Key;
        foreach (var rule in entry.IsKnown ? entry.Hearer!.Known : entry.Hearer!.Unknown)
        {
            Consider(rule, Key.Derive(key, rules[rule].Name), entry.Event, entry.IsKnown, cause);
        }

        Release(entry.Event);
    }

    private void HearOfChange(in Pending entry)
    {
        stepKey = Key.Derive(entry.Key, program.ActorNames[entry.Actor]);
        foreach (var rule in entry.Hearer!.Known)
        {
            Consider(rule, Key.Derive(entry.Key, rules[rule].Name), happening: -1, isKnown: false, entry.Trace);
        }
    }

    private int FindTarget(AimProgram aim, ulong key)
    {
        if (aim.Options is null)
        {
            return aim.Relation is { } relation ? Relative(relation) : aim.Actor;
        }

        var chosen = Choose(aim.Weights, Key.Derive(key, Names.Against));
        return chosen >= 0 ? FindTarget(aim.Options[chosen], key) : -1;
    }

    private int Relative(Relation relation) => relation switch
    {
        Relation.Me => Me,
        Relation.EventActor => EventDoer,
        Relation.EventTarget => EventTarget,
        Relation.SponsorOfEventActor => EventDoer >= 0 ? SponsorOf[EventDoer] : -1,
        Relation.MySponsor => SponsorOf[Me],
        _ => throw new FormulaFaultException("'my proxies' cannot be one option of a weighted choice"),
    };
}
