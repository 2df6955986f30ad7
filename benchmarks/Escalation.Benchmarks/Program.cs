using System.Globalization;
using BenchmarkDotNet.Running;
using Escalation.Benchmarks;

return args switch
{
    ["hold", var pending, var operations, var seed] => QuickRun.Hold(Whole(pending), Whole(operations), Whole(seed)),
    ["escalate", var replications, var seed] => QuickRun.Escalate(Whole(replications), Whole(seed)),
    ["scenario", var file, var replications, var seed] => QuickRun.Scenario(file, Whole(replications), Whole(seed)),
    ["row", var actors, var rules, var days] => Row(Whole(actors), Whole(rules), Whole(days)),
    ["quick"] => ComparisonTable.Print(),
    ["cores", var file, var replications] => CoresTable.Print(file, Whole(replications)),
    ["scaling"] => ScalingPage.Write(),
    ["startup", var folder] => StartUpTable.Print(folder),
    ["stream", .. var rest] => StreamRun.Write(rest),
    ["hold" or "escalate" or "scenario" or "row" or "quick" or "cores" or "startup" or "scaling", ..] => QuickRun.Usage(),
    _ =>
        BenchmarkSwitcher.FromAssembly(typeof(HoldBenchmarks).Assembly).Run(args).Any(s => s.HasCriticalValidationErrors) ? 1 : 0,
};

static int Row(int actors, int rules, int days)
{
    Console.Write(ScalingScenario.Yaml(actors, rules, days));
    return 0;
}

static int Whole(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
