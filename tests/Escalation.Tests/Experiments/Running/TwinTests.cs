using Escalation.Experiments;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Experiments.Running;

/// <summary>Twins have the parameters of their replication and luck of their own, and show exactly what ignorance adds.</summary>
internal sealed class TwinTests
{
    private const int Replications = 20_000;

    // A coin whose bias nobody knows, counts whose rate nobody knows, a truth about the parameters alone and one about luck
    // alone, and a time that never comes.
    private const string Coin = """
        escalation: 1
        name: A coin of unknown bias
        horizon: 10 d
        uncertainties:
          bias: {prior: "beta(a=2, b=8)"}
          pace: {prior: "gamma(mean=0.3 per d, shape=4)"}
        actions:
          toss: {draws: {head: bernoulli(bias), tail: bernoulli(0.3)}}
          beat: {}
          nothing: {}
        actors:
          one:
            policy:
              - {name: throw, at: 1 d, do: [{act: toss}]}
              - {name: drum, rate: pace, do: [{act: beat}]}
              - {name: never, at: 2 d, if: day < 1 d, do: [{act: nothing}]}
        measures:
          heads: {sum: head, of: toss}
          tails: {sum: tail, of: toss}
          beats: {count: beat}
          first_nothing: {first: nothing}
          known: {level: bias}
        outcomes:
          head: {at_end: heads == 1}
          tail: {at_end: tails == 1}
          biased: {at_end: bias > 0.2}
          always: {at_end: beats >= 0}

        """;

    private static readonly ScenarioProgram Program = Compile(Coin);
    private static readonly RunResult Plain = ReplicationRunner.Run(Program, new(Replications, Seed: 11, Threads: 2));
    private static readonly RunResult Result = ReplicationRunner.AddTwins(Program, Plain);
    private static readonly RunSummary Summary = RunSummary.Of(Program, Result);

    [Test]
    public void A_chance_with_a_beta_prior_has_the_range_of_that_prior()
    {
        // The 5 % and 95 % quantiles of the beta law with parameters 2 and 8, and its variance 16/(100 · 11).
        var head = Outcome("head");

        Assert.That(head.Range.Lower, Is.EqualTo(0.0410).Within(0.008));
        Assert.That(head.Range.Upper, Is.EqualTo(0.4291).Within(0.015));
        Assert.That(head.Level, Is.EqualTo(0.9));
        Assert.That(Z(head.Spread, 16.0 / 1_100), Is.LessThan(Statistical.ZBound));

        // Half a standard error of a twentieth part: what is tested would show an error of a fifth.
        Assert.That(head.Spread.StandardError, Is.LessThan(0.1 * 16.0 / 1_100));
        Assert.That(head.Spread.IsSeen, Is.True);
    }

    [Test]
    public void A_chance_that_no_prior_touches_shows_no_ignorance_beyond_noise()
    {
        var tail = Outcome("tail");

        Assert.That(Z(tail.Spread, 0), Is.LessThan(Statistical.ZBound));
        Assert.That(tail.Spread.IsSeen, Is.False);
        Assert.That(tail.Spread.MostStandardDeviation, Is.LessThan(0.08));
    }

    [Test]
    public void A_truth_about_the_parameters_is_ignorance_and_nothing_else()
    {
        var biased = Outcome("biased");

        Assert.That(biased.Spread.Share, Is.EqualTo(1));
        Assert.That(biased.Range, Is.EqualTo(new Interval(0, 1)));
    }

    [Test]
    public void What_always_comes_true_is_a_point()
    {
        var always = Outcome("always");

        Assert.That(always.Range, Is.EqualTo(new Interval(1, 1)));
        Assert.That(always.Spread.Explained, Is.Zero);
        Assert.That(always.Spread.IsSeen, Is.False);
    }

    [Test]
    public void Of_counts_with_a_gamma_rate_ignorance_explains_the_part_of_the_rate()
    {
        // In 10 days: mean 3, variance of the rate 9/4, and 3 more by the luck of counting.
        var beats = Measure("beats");

        Assert.That(Z(beats, 9.0 / 4), Is.LessThan(Statistical.ZBound));
        Assert.That(beats.StandardDeviation, Is.EqualTo(1.5).Within(0.05));
        Assert.That(Math.Abs(beats.Share - (2.25 / 5.25)) / beats.ShareError, Is.LessThan(Statistical.ZBound));
        Assert.That(beats.ShareError, Is.LessThan(0.02));
    }

    [Test]
    public void Standard_errors_are_as_large_as_the_estimates_vary()
    {
        // Of 200 runs with other seeds: the standard deviation of 200 numbers is known to 5 %.
        var spreads = Enumerable.Range(0, 200).Select(seed =>
        {
            var run = ReplicationRunner.Run(Program, new(500, Seed: (ulong)seed, Threads: 2));
            var summary = RunSummary.Of(Program, ReplicationRunner.AddTwins(Program, run));
            return summary.Measures.Single(measure => measure.Column == "beats").Ignorance!;
        }).ToList();

        var covariances = Variance([.. spreads.Select(spread => spread.Covariance)]);
        var shares = Variance([.. spreads.Select(spread => spread.Share)]);
        Assert.That(spreads.Average(spread => spread.StandardError), Is.EqualTo(Math.Sqrt(covariances)).Within(15).Percent);
        Assert.That(spreads.Average(spread => spread.ShareError), Is.EqualTo(Math.Sqrt(shares)).Within(15).Percent);
    }

    [Test]
    public void A_time_that_never_comes_has_no_pairs()
    {
        var never = Measure("first_nothing_day");

        Assert.That(never.Pairs, Is.Zero);
        Assert.That(never.Share, Is.NaN);
    }

    [Test]
    public void Twins_have_the_same_parameters_and_other_luck()
    {
        var (known, beats) = (Column("known"), Column("beats"));
        var differing = 0;
        for (var replication = 0; replication < Replications; replication++)
        {
            var row = Result.Rows.Row(replication);
            var twin = Result.Twins!.Rows.Row(replication);
            Assert.That(twin[known], Is.EqualTo(row[known]));
            differing += twin[beats] == row[beats] ? 0 : 1;
        }

        // With the luck of the other they would never differ.
        Assert.That(differing, Is.GreaterThan(Replications / 2));
    }

    [Test]
    public void A_twin_is_that_of_a_world_of_its_own()
    {
        var world = new World(Program);

        world.RunTwin(seed: 11, replication: 777);

        Assert.That(Result.Twins!.Rows.Row(777).ToArray(), Is.EqualTo(world.Row.ToArray()));
    }

    [Test]
    public void Twins_change_nothing_of_their_run()
    {
        Assert.That(Result.Rows, Is.SameAs(Plain.Rows));
        Assert.That(Result.Tally, Is.SameAs(Plain.Tally));
        Assert.That(RunSummary.Of(Program, Plain).Twins, Is.Null);
        Assert.That(RunSummary.Of(Program, Plain).Outcomes[0].Ignorance, Is.Null);
    }

    [TestCase(1)]
    [TestCase(7)]
    public void Twins_are_the_same_on_any_number_of_threads(int threads)
    {
        var plan = Result.Plan with { Threads = threads };

        var twins = ReplicationRunner.AddTwins(Program, Plain with { Plan = plan }).Twins!;

        Assert.That(Values(twins.Rows), Is.EqualTo(Values(Result.Twins!.Rows)));
    }

    [Test]
    public void A_run_that_is_cancelled_has_the_twins_that_are_done()
    {
        var none = ReplicationRunner.AddTwins(Program, Plain, progress: null, new CancellationToken(canceled: true));

        Assert.That(none.Twins!.Rows.Count, Is.Zero);
        Assert.That(none.IsComplete, Is.False);
        Assert.That(RunSummary.Of(Program, none).Twins, Is.Zero);
        Assert.That(RunSummary.Of(Program, none).Outcomes[0].Ignorance, Is.Null);
    }

    [Test]
    public void Twins_of_a_part_are_compared_with_that_part()
    {
        // As after an interruption: the twins of the first hundred.
        var few = ReplicationRunner.Run(Program, Result.Plan with { Replications = 100, AreTwins = true });
        var whole = ReplicationRunner.Run(Program, Result.Plan with { Replications = 100 });

        var part = RunSummary.Of(Program, Plain with { Twins = few });

        var expected = RunSummary.Of(Program, ReplicationRunner.AddTwins(Program, whole)).Outcomes[0].Ignorance;
        Assert.That(part.Twins, Is.EqualTo(100));
        Assert.That(part.Outcomes[0].Ignorance, Is.EqualTo(expected));
    }

    [Test]
    public void Twins_have_no_paths_and_count_their_own_steps()
    {
        var feud = Compile(SourceScenarios.Feud);
        var run = ReplicationRunner.Run(feud, new(100, Seed: 1, Threads: 2));

        var twins = ReplicationRunner.AddTwins(feud, run).Twins!;

        Assert.That(run.Series, Is.Not.Null);
        Assert.That(twins.Series, Is.Null);
        Assert.That(twins.Tally.Steps, Is.Positive.And.Not.EqualTo(run.Tally.Steps));
    }

    [Test]
    public void A_fault_of_a_twin_says_that_it_is_one()
    {
        // Replication 0 is without a fault, and the twins fail as often as others: one in fifty.
        var fragile = SourceScenarios.Compile(SourceScenarios.Fragile);
        var plan = new RunPlan(1_000, Seed: 1, Threads: 2) { AreTwins = true };

        var fault = Assert.Throws<ReplicationFaultException>(() => ReplicationRunner.Run(fragile, plan));

        Assert.That(fault!.Message, Does.Contain($"of the twin of replication {fault.Replication}:"));
    }

    private static ScenarioProgram Compile(string text) =>
        ScenarioProgram.Compile(ScenarioRun.Read(text), new ParameterChoice([], Sample: true));

    private static OutcomeIgnorance Outcome(string name) =>
        Summary.Outcomes.Single(outcome => outcome.Outcome.Name == name).Ignorance!;

    private static IgnoranceEstimate Measure(string column) =>
        Summary.Measures.Single(measure => measure.Column == column).Ignorance!;

    private static double Z(IgnoranceEstimate spread, double exact) =>
        Math.Abs(spread.Covariance - exact) / spread.StandardError;

    private static int Column(string name) => Program.Columns.ToList().FindIndex(column => column.Name == name);

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }

    private static List<double> Values(ReplicationTable rows) =>
        [.. Enumerable.Range(0, (int)rows.Count).SelectMany(replication => rows.Row(replication).ToArray())];
}
