using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Running;

/// <summary>Every figure of a summary, computed again from the rows.</summary>
internal sealed class RunSummaryTests
{
    private const int Replications = 500;

    private static readonly ScenarioProgram Program = SourceScenarios.Compile(SourceScenarios.Feud);
    private static readonly RunResult Result = ReplicationRunner.Run(Program, new(Replications, Seed: 5, Threads: 2));
    private static readonly RunSummary Summary = RunSummary.Of(Program, Result);

    [Test]
    public void An_outcome_counts_its_hits_and_has_their_median_day()
    {
        var war = Summary.Outcomes.Single(outcome => outcome.Outcome.Name == "war");
        var days = Column("war_day").Where(day => !double.IsNaN(day)).Order().ToList();

        Assert.That(war.Share.Hits, Is.EqualTo(Column("war").Sum()).And.EqualTo(days.Count).And.GreaterThan(0));
        Assert.That(war.Share.Count, Is.EqualTo(Replications));
        Assert.That(war.Share.Interval, Is.EqualTo(BinomialInterval.ClopperPearson(days.Count, Replications)));
        Assert.That(war.MedianDay, Is.EqualTo((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2).Within(1e-12));
    }

    [Test]
    public void An_outcome_judged_at_the_end_has_no_day() =>
        Assert.That(Summary.Outcomes.Single(outcome => outcome.Outcome.Name == "calm").MedianDay, Is.Null);

    [Test]
    public void A_measure_has_mean_deviation_and_quantiles()
    {
        var insults = Summary.Measures.Single(measure => measure.Column == "insults");
        var values = Column("insults");
        var mean = values.Average();
        var variance = values.Sum(value => (value - mean) * (value - mean)) / (Replications - 1);

        Assert.That(insults.Mean.Mean, Is.EqualTo(mean).Within(1e-12));
        Assert.That(insults.Mean.StandardDeviation, Is.EqualTo(Math.Sqrt(variance)).Within(1e-12));
        Assert.That(insults.P50, Is.EqualTo(OrderStatistics.Quantile(values.Order().ToArray(), 0.5)));
        Assert.That(insults.P05, Is.LessThan(insults.P50));
        Assert.That(insults.P95, Is.GreaterThan(insults.P50));
        Assert.That(insults.Mean.MissingCount, Is.Zero);
    }

    [Test]
    public void A_time_that_did_not_come_is_missing()
    {
        var first = Summary.Measures.Single(measure => measure.Column == "first_wound_day");
        var missing = Column("first_wound_day").Count(double.IsNaN);

        Assert.That(first.Mean.MissingCount, Is.EqualTo(missing).And.GreaterThan(0));
        Assert.That(first.Mean.Count, Is.EqualTo(Replications - missing));
    }

    [Test]
    public void Every_history_has_one_highest_rung()
    {
        Assert.That(Summary.Rungs.Sum(rung => rung.Share.Hits), Is.EqualTo(Replications));
        Assert.That(Summary.Rungs.Select(rung => rung.Title), Is.EqualTo(new[] { "", "insult", "blow" }));
        foreach (var rung in Summary.Rungs)
        {
            var hits = Column("highest_rung").Count(index => rung.Rung < 0 ? double.IsNaN(index) : index == rung.Rung);
            Assert.That(rung.Share.Hits, Is.EqualTo(hits));
        }
    }

    [Test]
    public void The_first_on_a_rung_is_named()
    {
        var blow = Summary.Rungs.Single(rung => rung.Title == "blow");

        Assert.That(blow.By, Is.EqualTo(new[] { new ActorCount("montague", blow.Share.Hits) }));
    }

    [Test]
    public void Acts_are_counted_by_action_and_actor()
    {
        var done = Summary.Acts.Select(act => (act.Action, act.Actor));

        Assert.That(done, Is.EqualTo(new[] { ("insult", "capulet"), ("blow", "montague") }));
        Assert.That(Summary.Acts[0].Count, Is.EqualTo(Column("insults").Sum()));
        Assert.That(Summary.ActCount, Is.EqualTo(Column("events").Sum()));
    }

    [Test]
    public void Drops_are_told_by_rule_and_reason()
    {
        var drops = Summary.Drops.Where(drop => drop.Rule == "answer").Select(drop => drop.Reason.ToString());

        Assert.That(drops, Does.Contain("Chance").And.Contain("Limits").And.Contain("Horizon"));
    }

    [Test]
    public void Histories_that_ended_early_are_counted() =>
        Assert.That(Summary.EndedEarly, Is.EqualTo(Column("ended_day").Count(day => day < 60)).And.EqualTo(Column("war").Sum()));

    [Test]
    public void A_series_is_the_mean_over_the_histories_that_have_not_ended()
    {
        var world = new World(Program);
        var values = new List<double>();
        for (var replication = 0; replication < Replications; replication++)
        {
            world.Run(seed: 5, replication);

            // Sample 4 is day 40; two paths a sample; the first of them counts insults.
            values.Add(world.SeriesValues[4 * 2]);
        }

        var present = values.Where(value => !double.IsNaN(value)).ToList();
        var point = Result.Series!.Point(label: 0, sample: 4);

        Assert.That(point.Count, Is.EqualTo(present.Count).And.LessThan(Replications));
        Assert.That(point.Mean, Is.EqualTo(present.Average()).Within(1e-12));
        Assert.That(point.P50, Is.EqualTo(OrderStatistics.Quantile(present.Order().ToArray(), 0.5)));
    }

    [Test]
    public void A_run_without_rows_has_no_summary()
    {
        var empty = ReplicationRunner.Run(Program, new(10, Seed: 1, Threads: 1), null, new CancellationToken(canceled: true));

        Assert.Throws<ArgumentException>(() => RunSummary.Of(Program, empty));
    }

    private static List<double> Column(string name)
    {
        var at = Program.Columns.Select(column => column.Name).ToList().IndexOf(name);
        Assert.That(at, Is.Not.Negative, $"There is a column '{name}'.");
        return [.. Enumerable.Range(0, Replications).Select(replication => Result.Rows.Row(replication)[at])];
    }
}
