using System.Collections.Immutable;
using Escalation.Model;
using Escalation.Simulation;

namespace Escalation.Experiments;

/// <summary>Puts names to the whole-number totals of a run.</summary>
internal sealed class TallyReading(ScenarioProgram program, Tally tally, long replications, double level)
{
    private readonly Scenario scenario = program.Scenario;

    internal ImmutableArray<RungSummary> Rungs()
    {
        var rungs = ImmutableArray.CreateBuilder<RungSummary>();
        for (var rung = -1; rung < scenario.Ladder.Length; rung++)
        {
            var total = 0L;
            var by = ImmutableArray.CreateBuilder<ActorCount>();
            for (var actor = -1; actor < scenario.Actors.Length; actor++)
            {
                var count = tally.HighestRungBy(rung, actor);
                total += count;
                if (count > 0 && actor >= 0)
                {
                    by.Add(new(scenario.Actors[actor].Name, count));
                }
            }

            var title = rung < 0 ? "" : scenario.Ladder[rung];
            rungs.Add(new(rung, title, ProportionEstimate.Of(total, replications, level), by.ToImmutable()));
        }

        return rungs.ToImmutable();
    }

    internal ImmutableArray<ActSummary> Acts()
    {
        var acts = ImmutableArray.CreateBuilder<ActSummary>();
        for (var action = 0; action < scenario.Actions.Length; action++)
        {
            for (var actor = 0; actor < scenario.Actors.Length; actor++)
            {
                var count = tally.Acts(action, actor);
                if (count > 0)
                {
                    var name = scenario.Actions[action].Name;
                    acts.Add(new(name, scenario.Actors[actor].Name, count, (double)count / replications));
                }
            }
        }

        return acts.ToImmutable();
    }

    internal ImmutableArray<DropSummary> Drops()
    {
        var drops = ImmutableArray.CreateBuilder<DropSummary>();
        var instance = 0;
        foreach (var actor in scenario.Actors)
        {
            foreach (var rule in actor.Policy)
            {
                foreach (var reason in Enum.GetValues<DropReason>())
                {
                    var count = tally.Dropped(instance, reason);
                    if (count > 0)
                    {
                        drops.Add(new(actor.Name, rule.Title, reason, count));
                    }
                }

                instance++;
            }
        }

        return drops.ToImmutable();
    }
}
