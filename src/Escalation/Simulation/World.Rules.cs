using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>Rules: occasion, if, chance, limits, delay, unless, effects.</content>
public sealed partial class World
{
    internal ulong[] RuleNames = [];
    private RuleState[] ruleStates = [];
    private Executions?[] executions = [];

    // What is needed of a rule each time: one place in memory, which may be far away if rules are many.
    private struct RuleState
    {
        public RuleProgram Program;
        public double LastExecutionDay;
        public int Actor;
        public int PendingCount;
        public int FirstPending;
        public bool IsCancellable;
    }

    private void MakeRules()
    {
        ruleStates = [.. rules.Select(rule =>
            new RuleState { Program = rule.Program, Actor = rule.Actor, IsCancellable = rule.IsCancellable })];
        firstRuleOf = new int[scenario.Actors.Length + 1];
        foreach (var rule in rules)
        {
            firstRuleOf[rule.Actor + 1]++;
        }

        for (var actor = 0; actor < scenario.Actors.Length; actor++)
        {
            firstRuleOf[actor + 1] += firstRuleOf[actor];
        }

        RuleNames = [.. rules.Select(rule => rule.Name)];
        executions = [.. rules.Select(rule => rule.Program.Rule.Limits?.AtMost is null ? null : new Executions())];
    }

    private void StartRules()
    {
        foreach (ref var state in ruleStates.AsSpan())
        {
            (state.PendingCount, state.FirstPending, state.LastExecutionDay) = (0, -1, double.NegativeInfinity);
        }

        foreach (var history in executions)
        {
            history?.Clear();
        }
    }

    // An occasion that is no event.
    private void ConsiderAlone(int rule, int actor, RuleProgram ofRule, ulong key, int cause)
    {
        site = Site.Rule(rule);
        ClearEvent();
        Me = actor;
        if (trace is null)
        {
            ofRule.OccasionCode(this, rule, key, happening: -1, isKnown: false);
        }
        else
        {
            FollowOccasion(rule, key, happening: -1, isKnown: false, cause);
        }
    }

    private void ConsiderTraced(int rule, ulong key, int happening, bool isKnown, int cause)
    {
        site = Site.Rule(rule);
        SetEvent(happening, isKnown);
        Me = rules[rule].Actor;
        FollowOccasion(rule, key, happening, isKnown, cause);
    }

    internal static void FollowOccasion(World world, int rule, ulong key, int happening, bool isKnown)
    {
        var program = world.rules[rule].Program;
        if (program.OccasionHeat.Rises())
        {
            world.program.CompileOccasion(program);
        }

        world.FollowOccasion(rule, key, happening, isKnown, cause: 0);
    }

    internal static void FollowExecution(World world, int rule, ulong key, int happening, bool isKnown)
    {
        var program = world.rules[rule].Program;
        if (program.ExecutionHeat.Rises())
        {
            world.program.CompileExecution(program);
        }

        world.FollowExecution(rule, key, happening, isKnown, cause: 0);
    }

    // The rule as data: what its compiled code does too.
    private void FollowOccasion(int rule, ulong key, int happening, bool isKnown, int cause)
    {
        var instance = rules[rule];
        var program = instance.Program;
        if (program.Rule.NeedsDoer && !isKnown)
        {
            Drop(rule, DropReason.Unknown, cause);
            return;
        }

        if (program.Rule.NeedsTarget && EventTarget < 0)
        {
            Drop(rule, DropReason.NoTarget, cause);
            return;
        }

        if (program.If.In(this) == 0)
        {
            Drop(rule, DropReason.If, cause);
            return;
        }

        if (program.IsUpon)
        {
            key = Key.Branch(key, instance.Name);
        }

        if (!program.Chance.Is(1) && !IsLucky(program.Chance.In(this), Key.Stem(key)))
        {
            Drop(rule, DropReason.Chance, cause);
            return;
        }

        if (program.HasLimits && IsLimited(rule))
        {
            Drop(rule, DropReason.Limits, cause);
            return;
        }

        if (program.HasDelay)
        {
            Stream = KeyedStream.Derive(key, Names.After);
            Decide(rule, key, happening, isKnown, program.After.In(this), cause);
        }
        else
        {
            FollowExecution(rule, key, happening, isKnown, cause);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsLucky(double chance, ulong stem)
    {
        if (!(chance >= 0 && chance <= 1))
        {
            throw NoChance(chance);
        }

        var stream = KeyedStream.Branch(stem, Names.Chance);
        return stream.NextUniform() < chance;
    }

    private static FormulaFaultException NoChance(double chance) =>
        new(FormattableString.Invariant($"a chance lies between 0 and 1, but is {chance:R}"));

    internal bool IsLimited(int rule)
    {
        ref var state = ref ruleStates[rule];
        var program = state.Program;
        if (state.PendingCount >= CheckedCount(program.Pending.In(this), "pending"))
        {
            return true;
        }

        // An activation under way counts as if it were executed now.
        var cooldown = CheckedDelay(program.Cooldown.In(this));
        if (cooldown > 0 && (state.PendingCount > 0 || Now < Instant.After(state.LastExecutionDay, cooldown)))
        {
            return true;
        }

        return executions[rule] is { } history
            && history.CountSince(Now, CheckedDelay(program.Within.In(this))) + state.PendingCount
                >= CheckedCount(program.AtMost.In(this), "at_most");
    }

    // A limit that was not written is +∞.
    private static double CheckedCount(double count, string name) => count >= 0 && Math.Floor(count) == count
        ? count
        : throw new FormulaFaultException(FormattableString.Invariant(
            $"'{name}' is a whole number that is not negative, but is {count:R}"));

    internal void Decide(int rule, ulong key, int happening, bool isKnown, double delay, int cause)
    {
        var day = Instant.After(Now, CheckedDelay(delay));
        ref var entry = ref Rent(PendingKind.Activation, rule, key, out var index);
        (entry.Event, entry.IsKnown) = (happening, isKnown);
        Refer(happening);
        LinkIfCancellable(index, rule);
        ruleStates[rule].PendingCount++;
        if (trace is not null)
        {
            entry.Trace = TraceDecision(rule, cause, day);
        }

        if (day <= horizon)
        {
            queue.Schedule(day, pendingSlot + index);
        }
    }

    private void Execute(int rule, ulong key, int happening, bool isKnown, int cause)
    {
        ref var state = ref ruleStates[rule];
        site = Site.Rule(rule);
        SetEvent(happening, isKnown);
        Me = state.Actor;
        if (trace is null)
        {
            state.Program.ExecutionCode(this, rule, key, happening, isKnown);
        }
        else
        {
            FollowExecution(rule, key, happening, isKnown, cause);
        }
    }

    private void FollowExecution(int rule, ulong key, int happening, bool isKnown, int cause)
    {
        var instance = rules[rule];
        if (!instance.Program.Unless.Is(0) && instance.Program.Unless.In(this) != 0)
        {
            Drop(rule, DropReason.Unless, cause);
            return;
        }

        NoteExecution(rule);
        CountExecution(rule);
        foreach (var effect in instance.Program.Effects)
        {
            TakeEffect(rule, effect, key, happening, isKnown, cause);
        }
    }

    // For the message of a scenario that never ends.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void NoteExecution(int rule)
    {
        recentRules[recentRuleCount++ & (recentRules.Length - 1)] = rule;
        instantRuleCount++;
    }

    // For limits.
    internal void CountExecution(int rule)
    {
        ruleStates[rule].LastExecutionDay = Now;
        executions[rule]?.Add(Now);
    }

    private void TakeEffect(int rule, EffectProgram effect, ulong key, int happening, bool isKnown, int cause)
    {
        switch (effect.Kind)
        {
            case EffectKind.Act:
                SpawnActs(rule, effect, key, happening, isKnown, cause);
                break;
            case EffectKind.Set:
            case EffectKind.Add:
                ChangeLevels(effect, key);
                break;
            case EffectKind.Switch:
                for (var i = 0; i < effect.Switches.Length; i++)
                {
                    var (condition, state) = (effect.Switches[i].Condition, effect.Switches[i].State);
                    var name = program.StateNames[condition][state];
                    SwitchCondition(condition, state, Key.Derive(key, name, effect.SwitchOrdinals[i]));
                }

                break;
            case EffectKind.Cancel:
                Cancel(rule, effect.Position);
                break;
            default:
                if (trace is not null)
                {
                    TraceNote(rule, effect.Text, cause);
                }

                break;
        }
    }

    private void ChangeLevels(EffectProgram effect, ulong key)
    {
        foreach (var change in effect.Values)
        {
            Stream = KeyedStream.Derive(key, change.Name, change.Ordinal);
            var value = change.Value.In(this);
            var slot = (Me * levelCount) + change.Index;
            if (effect.Kind == EffectKind.Add)
            {
                AddTo(slot, value);
            }
            else
            {
                SetTo(slot, value);
            }
        }
    }

    internal void Cancel(int rule, int position)
    {
        var target = rules[rule].CancelTargets![position];
        if (target >= 0)
        {
            CancelPending(target);
            return;
        }

        var actor = rules[rule].Actor;
        for (var other = firstRuleOf[actor]; other < firstRuleOf[actor + 1]; other++)
        {
            CancelPending(other);
        }
    }

    private void CancelPending(int rule)
    {
        var index = ruleStates[rule].FirstPending;
        while (index >= 0)
        {
            var next = pending[index].Next;
            var entry = pending[index];
            queue.Cancel(pendingSlot + index);
            Unlink(index);
            Return(index);
            if (entry.Kind == PendingKind.Activation)
            {
                ruleStates[rule].PendingCount--;
                Drop(rule, DropReason.Cancelled, entry.Trace);
            }

            Release(entry.Event);
            index = next;
        }
    }

    internal void CountDrop(int rule, int reason) => Tally.CountDrop(rule, (DropReason)reason);

    internal void Drop(int rule, DropReason reason, int cause)
    {
        Tally.CountDrop(rule, reason);
        if (trace is not null)
        {
            TraceDrop(rule, reason, cause);
        }

        foreach (var measure in program.DropMeasures[rule])
        {
            if (program.Measures[measure].Definition.Because is not { } only || only == reason)
            {
                MeasureEvent(measure);
            }
        }
    }

    private void CountHorizonDrops()
    {
        for (var rule = 0; rule < ruleStates.Length; rule++)
        {
            for (var count = ruleStates[rule].PendingCount; count > 0; count--)
            {
                Drop(rule, DropReason.Horizon, cause: 0);
            }
        }
    }
}
