using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tests.Experiments.Discovery;

/// <summary>The rule that proposes a box, on trajectories made by hand: 1,000 futures, 100 cases.</summary>
internal sealed class BoxChoiceTests
{
    private static readonly PrimOptions Options = new();

    [Test]
    public void The_box_of_most_worth_is_proposed()
    {
        // The best density is 0.9, t is 0.5: worth −400, −100, 30, 32, 24.
        var steps = Steps((1_000, 100, 0), (400, 100, 1), (140, 100, 2), (100, 82, 2), (60, 54, 2));

        Assert.That(BoxChoice.Propose(steps, Options), Is.EqualTo(3));
    }

    [Test]
    public void A_limit_that_earns_little_is_not_proposed()
    {
        // Worth 37 with two limits, 40 with three: 37 is more than nine tenths of 40.
        var steps = Steps((1_000, 100, 0), (126, 100, 2), (100, 90, 3));

        Assert.That(BoxChoice.Propose(steps, Options), Is.EqualTo(1));
        Assert.That(BoxChoice.Propose(steps, Options with { NearWorth = 1 }), Is.EqualTo(2));
    }

    [Test]
    public void A_box_that_loses_half_of_the_cases_is_not_proposed()
    {
        var steps = Steps((1_000, 100, 0), (100, 60, 1), (40, 40, 1));

        Assert.That(BoxChoice.Propose(steps, Options), Is.EqualTo(1));
        Assert.That(BoxChoice.Propose(steps, Options with { LeastCoverage = 0.4 }), Is.EqualTo(2));
    }

    [Test]
    public void Where_nothing_is_denser_than_everything_nothing_is_proposed() =>
        Assert.That(BoxChoice.Propose(Steps((1_000, 100, 0)), Options), Is.Zero);

    private static ImmutableArray<PeelingStep> Steps(params (int Points, int Cases, int Limits)[] boxes) =>
    [
        .. boxes.Select(box => new PeelingStep(
            PeelingMove.Peel,
            FutureBox.Of(Enumerable.Range(0, box.Limits).Select(input => new BoxLimit(input) { Range = new(0, 1) })),
            box.Points,
            box.Cases,
            box.Cases / 100.0,
            (double)box.Cases / box.Points,
            box.Points / 1_000.0)),
    ];
}
