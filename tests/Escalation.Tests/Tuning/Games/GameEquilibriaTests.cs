using System.Collections.Immutable;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Games;

internal sealed class GameEquilibriaTests
{
    private static readonly TestCaseData[] Known =
    [
        Case("matching pennies", Games.Pennies, ([0.5, 0.5], [0.5, 0.5])),
        Case("rock paper scissors", Games.RockPaperScissors, ([0.2, 0.3, 0.5], [0.2, 0.3, 0.5])),
        Case("prisoners' dilemma", Games.Dilemma, ([0, 1], [0, 1])),
        Case("chicken", Games.Chicken, ([1, 0], [0, 1]), ([0.75, 0.25], [0.75, 0.25]), ([0, 1], [1, 0])),
        Case("3 × 2", Games.ThreeByTwo, ([1, 0, 0], [1, 0]), ([0.8, 0.2, 0], [2 / 3.0, 1 / 3.0]),
            ([0, 1 / 3.0, 2 / 3.0], [1 / 3.0, 2 / 3.0])),
        Case("one cell", new BimatrixGame(1, 1, [7], [3]), ([1], [1])),

        // The inspector pays 2 for a look and 10 for a violation that nobody sees, of which it gets back 8 where it looks; the
        // violator earns 5 or pays 15.
        Case("inspection", new BimatrixGame(2, 2, [2, 4, 0, 10], [0, 15, 0, -5]), ([0.25, 0.75], [0.75, 0.25])),
    ];

    [TestCaseSource(nameof(Known))]
    public void A_known_game_has_its_equilibria(BimatrixGame game, MixedProfile[] expected)
    {
        var found = GameEquilibria.Of(game);

        Assert.That(found.IsDegenerate, Is.False);
        Assert.That(found.Profiles, Has.Length.EqualTo(expected.Length));
        foreach (var (profile, known) in found.Profiles.Zip(expected))
        {
            Assert.That(profile.DistanceTo(known), Is.LessThan(1e-12), string.Join(", ", profile.Rows));
            Assert.That(game.Exploitability(profile), Is.InRange(-1e-12, 1e-12));
        }
    }

    // Any set of pairs can be mixed evenly.
    [TestCase(2)]
    [TestCase(5)]
    [TestCase(8)]
    public void A_game_of_coordination_has_one_for_each_set_of_pairs(int size) =>
        Assert.That(GameEquilibria.Of(Games.Coordination(size)).Profiles, Has.Length.EqualTo((1 << size) - 1));

    // Random losses make degenerate games with probability 0, and others have an odd number of equilibria (Wilson 1971).
    [Test]
    public void A_random_game_has_an_odd_number_and_none_can_be_exploited([Range(1, 5)] int rows, [Range(1, 5)] int columns)
    {
        for (var seed = 0ul; seed < 8; seed++)
        {
            var game = Games.Random(seed, rows, columns);

            var found = GameEquilibria.Of(game);

            Assert.That(found.IsDegenerate, Is.False);
            Assert.That(found.Profiles.Length % 2, Is.EqualTo(1));
            Assert.That(found.Profiles.Select(game.Exploitability), Is.All.LessThan(1e-9));
        }
    }

    [Test]
    public void An_8_by_8_game_is_solved()
    {
        var game = Games.Random(3, 8, 8);

        var found = GameEquilibria.Of(game);

        Assert.That(found.Profiles.Length % 2, Is.EqualTo(1));
        Assert.That(found.Profiles.Select(game.Exploitability), Is.All.LessThan(1e-9));
    }

    // Both lose only where both do the second thing: whoever does the first leaves the other free.
    [Test]
    public void A_degenerate_game_says_so_and_lists_the_corners()
    {
        var game = new BimatrixGame(2, 2, [0, 0, 0, 1], [0, 0, 0, 1]);

        var found = GameEquilibria.Of(game);

        Assert.That(found.IsDegenerate, Is.True);
        Assert.That(found.Profiles.Select(profile => (profile.Rows[0], profile.Columns[0])),
            Is.EquivalentTo(new[] { (1.0, 1.0), (1.0, 0.0), (0.0, 1.0) }));
    }

    // Where nothing matters, every pure profile is a corner.
    [Test]
    public void A_game_without_differences_has_all_corners()
    {
        var found = GameEquilibria.Of(new BimatrixGame(2, 3, new double[6], new double[6]));

        Assert.That(found.IsDegenerate, Is.True);
        Assert.That(found.Profiles, Has.Length.EqualTo(6));
    }

    // Losses in another unit, and from another zero, are the same game.
    [Test]
    public void The_unit_of_losses_does_not_matter()
    {
        var game = new BimatrixGame(2, 2, [1e9, 1e9 + 1e-3, 1e9 - 1e-3, 1e9 + 4e-3], [0, -1e-9, 1e-9, 4e-9]);

        Assert.That(GameEquilibria.Of(game).Profiles[1].Rows[0], Is.EqualTo(0.75).Within(1e-5));
        Assert.That(GameEquilibria.Of(game).Profiles[1].Columns[0], Is.EqualTo(0.75).Within(1e-3));
    }

    [Test]
    public void A_game_that_is_too_large_is_refused() => Assert.That(
        () => GameEquilibria.Of(Games.Coordination(11)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static TestCaseData Case(string name, BimatrixGame game, params (double[] Rows, double[] Columns)[] expected) =>
        new TestCaseData(game, expected.Select(pair => new MixedProfile(
            ImmutableArray.Create(pair.Rows), ImmutableArray.Create(pair.Columns))).ToArray()).SetArgDisplayNames(name);
}
