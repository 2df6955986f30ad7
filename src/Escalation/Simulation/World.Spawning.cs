using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>Acts that are decided: how many, when, against whom.</content>
public sealed partial class World
{
    private const double MostTimes = 1_000_000;

    internal static double CheckedTimes(double times) => times >= 0 && times <= MostTimes && Math.Floor(times) == times
        ? times
        : throw new FormulaFaultException(FormattableString.Invariant(
            $"'times' is a whole number from 0 to {MostTimes:N0}, but is {times:R}"));

    internal void SpawnActs(int rule, EffectProgram effect, ulong key, int happening, bool isKnown, int cause)
    {
        var times = 1.0;
        if (effect.HasTimes)
        {
            Stream = KeyedStream.Derive(key, effect.TimesName, effect.Occurrence);
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
                Stream = KeyedStream.Derive(key, effect.SpacedName, ordinal);
                var delay = effect.Spaced.In(this);
                SpawnLater(rule, effect.Number, actKey, TargetNow(effect, target), happening, isKnown, delay, cause);
            }
            else if (effect.IsPlain)
            {
                SpawnPlain(rule, effect.Number, actKey, TargetNow(effect, target), happening, isKnown, cause);
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
        if (!definition.IsAimed(target))
        {
            // At its turn it finds nobody to aim at.
            SpawnAct(rule, effect, actKey, target, happening, isKnown, cause);
            return;
        }

        SpawnKnown(rule, effect, actKey, target, cause);
    }

    // An act of this actor whose target is known, or which has none.
    internal void SpawnKnown(int rule, int effect, ulong actKey, int target, int cause)
    {
        var happening = RentPlain(program.Effects[effect], actKey, Me, target);
        ref var step = ref Await(InstantKind.PlainAct, cause);
        step.Key = actKey;
        step.Rule = rule;
        step.Event = happening;
    }

    private int RentPlain(EffectProgram effect, ulong actKey, int doer, int target)
    {
        var happening = RentEvent(actKey, effect.Action, doer, target);
        foreach (var field in effect.Values)
        {
            Fields[(happening * fieldCount) + field.Index] = field.Value.Constant;
        }

        return happening;
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

        var definition = program.Effects[effect];
        var isPlain = definition.IsPlain && definition.IsAimed(target);
        ref var entry = ref Rent(isPlain ? PendingKind.PlainAct : PendingKind.Act, rule, actKey, out var index);
        entry.Subject = effect;
        entry.Target = target;
        entry.Trace = cause;
        entry.Event = isPlain ? -1 : happening;
        entry.IsKnown = isKnown;
        Refer(entry.Event);
        LinkIfCancellable(index, rule);
        queue.Schedule(day, pendingSlot + index);
    }
}
