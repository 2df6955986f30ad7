using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>Acts: how they are taken and measured.</content>
public sealed partial class World
{
    private int fieldCount;
    private int eventIndex = -1;
    private double[] handedOn = [];

    /// <summary>The rung of the event under consideration.</summary>
    internal double EventRung() => eventIndex >= 0 && program.Actions[events[eventIndex].Action].Rung is >= 0 and var rung
        ? rung
        : throw new FormulaFaultException("the event has no rung");

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

    private void TakeAct(
        int rule, EffectProgram effect, ulong key, int target, int occasion, bool isKnown, int cause)
    {
        site = Site.Rule(rule);
        SetEvent(occasion, isKnown);
        Me = ruleStates[rule].Actor;
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
            var field = effect.Values[i];
            Stream = KeyedStream.Derive(key, field.Name);
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
        ref readonly var audience = ref audiences[record.Audience];
        if (trace is null)
        {
            audience.Act.Run(this, record.Stem);
        }
        else
        {
            DrawFields(action, record.Stem);
            CountAct(action);
            stepTrace = record.Trace = TraceAct(in record, rule, cause);
            MeasureAct(audience.Act.Measures);
        }

        if (!action.IsReportedAtOnce)
        {
            var hearers = audience.Hearers;
            for (var place = 0; place < hearers.Length; place++)
            {
                Report(happening, action, hearers[place], place);
            }

            Release(happening);
            Settle();
        }
        else if (audience.HearerCount == 0)
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
                TakeHearings(happening);
            }
        }
        else
        {
            Await(InstantKind.Hearings, cause: 0).Event = happening;
            Settle();
        }
    }

    internal void DrawFields(ActionProgram action, ulong stem)
    {
        foreach (var draw in action.Draws)
        {
            Stream = KeyedStream.Branch(stem, draw.Name);
            Fields[EventFields + draw.Index] = draw.Value.In(this);
        }
    }

    internal void CountAct(ActionProgram action)
    {
        CountActOf(action.Index);
        CountRung(action.Rung);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void CountActOf(int action)
    {
        acts++;
        Tally.CountAct(action, EventDoer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void CountRung(int rung)
    {
        if (rung > highestRung)
        {
            (highestRung, highestRungDoer) = (rung, EventDoer);
        }
    }

    private int FindTarget(AimProgram aim, ulong key)
    {
        if (aim.Options is null)
        {
            return AimedAt(aim);
        }

        var chosen = Choose(aim.Weights, KeyedStream.Derive(key, Names.Against));
        return chosen >= 0 ? FindTarget(aim.Options[chosen], key) : -1;
    }

    // Of a plain act the target is known when it is decided.
    private int TargetNow(EffectProgram effect, int target) =>
        effect is { IsPlain: true, Aim: { IsEachProxy: false } aim } ? AimedAt(aim) : target;

    private int AimedAt(AimProgram aim) =>
        aim.Relation is { } relation ? Relative(relation) : aim.Place >= 0 ? RelatedActor(aim.Place) : aim.Actor;

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
