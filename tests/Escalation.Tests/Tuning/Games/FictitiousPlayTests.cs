using System.Collections.Immutable;
using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Games;

internal sealed class FictitiousPlayTests
{
    [Test]
    public void The_start_counts_as_one_round()
    {
        var play = new FictitiousPlay(MixedProfile.Even(2, 2));

        play.Tell(MixedProfile.Pure(2, 2, 0, 1));
        play.Tell(MixedProfile.Pure(2, 2, 0, 0));

        Assert.That(play.Rounds, Is.EqualTo(2));
        Assert.That(play.Average.Rows, Is.EqualTo(new[] { 2.5 / 3, 0.5 / 3 }).Within(1e-15));
        Assert.That(play.Average.Columns, Is.EqualTo(new[] { 0.5, 0.5 }).Within(1e-15));
    }

    // Robinson (1951) for opposed interests, Miyasawa (1961) for 2 × 2; the dilemma has a best choice at all times.
    [Test]
    public void Averages_come_to_an_equilibrium([Values("pennies", "scissors", "dilemma", "chicken")] string name)
    {
        var game = name switch
        {
            "pennies" => Games.Pennies,
            "scissors" => Games.RockPaperScissors,
            "dilemma" => Games.Dilemma,
            _ => Games.Chicken,
        };
        var play = Play(game, new(MixedProfile.Even(game.RowCount, game.ColumnCount)), 4_000);

        Assert.That(game.Exploitability(play.Average), Is.LessThan(0.15));
    }

    [Test]
    public void In_the_game_of_Shapley_they_go_round()
    {
        var play = Play(Games.Shapley, new(MixedProfile.Pure(3, 3, 0, 1)), 4_000);

        Assert.That(Games.Shapley.Exploitability(play.Average), Is.GreaterThan(0.1));
    }

    [Test]
    public void A_damping_forgets_the_past()
    {
        var play = new FictitiousPlay(MixedProfile.Pure(2, 2, 0, 0), damping: 0.5);

        play.Tell(MixedProfile.Pure(2, 2, 1, 1));
        play.Tell(MixedProfile.Pure(2, 2, 1, 1));

        Assert.That(play.Average.Rows, Is.EqualTo(new[] { 0.25, 0.75 }));
    }

    [Test]
    public void Sides_that_answer_at_once_go_round_in_matching_pennies()
    {
        var play = new FictitiousPlay(MixedProfile.Pure(2, 2, 0, 0), damping: 1);
        var sequence = new List<MixedProfile>();
        for (var round = 0; round < 12; round++)
        {
            sequence.Add(play.Average);
            play.Tell(Answers(Games.Pennies, play.Average));
        }

        Assert.That(ProfileCycle.Of(sequence), Is.EqualTo(new ProfileCycle(0, 4)));
        Assert.That(ProfileCycle.Of(sequence[..7]), Is.Null);
    }

    // 0, 1, then 2, 3, 2, 3, 2: the cycle begins at its third profile.
    [Test]
    public void A_cycle_begins_where_it_begins()
    {
        MixedProfile[] sequence = [.. new[] { 0, 1, 2, 3, 2, 3, 2 }.Select(row => MixedProfile.Pure(4, 1, row, 0))];

        Assert.That(ProfileCycle.Of(sequence), Is.EqualTo(new ProfileCycle(2, 2)));
        Assert.That(ProfileCycle.Of(sequence, rounds: 3), Is.Null);
        Assert.That(ProfileCycle.Of([sequence[0], sequence[1], sequence[1]]), Is.EqualTo(new ProfileCycle(1, 1)));
        Assert.That(ProfileCycle.Of([]), Is.Null);
    }

    [Test]
    public void Profiles_nearer_than_the_tolerance_are_the_same()
    {
        MixedProfile[] sequence = [.. new[] { 0.9, 0.5, 0.501, 0.499 }.Select(chance =>
            new MixedProfile(ImmutableArray.Create(chance, 1 - chance), [1]))];

        Assert.That(ProfileCycle.Of(sequence), Is.Null);
        Assert.That(ProfileCycle.Of(sequence, tolerance: 0.01), Is.EqualTo(new ProfileCycle(1, 1)));
    }

    [Test]
    public void Impossible_settings_are_refused()
    {
        var even = MixedProfile.Even(2, 2);

        Assert.That(() => new FictitiousPlay(even, damping: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new FictitiousPlay(even).Tell(MixedProfile.Even(3, 2)), Throws.ArgumentException);
        Assert.That(() => ProfileCycle.Of([], rounds: 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static FictitiousPlay Play(BimatrixGame game, FictitiousPlay play, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            play.Tell(Answers(game, play.Average));
        }

        return play;
    }

    private static MixedProfile Answers(BimatrixGame game, MixedProfile profile) => MixedProfile.Pure(
        game.RowCount, game.ColumnCount, game.BestRows(profile)[0], game.BestColumns(profile)[0]);
}
