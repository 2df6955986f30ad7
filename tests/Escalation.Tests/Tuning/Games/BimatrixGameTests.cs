using Escalation.Tuning;

namespace Escalation.Tests.Tuning.Games;

internal sealed class BimatrixGameTests
{
    // Against even columns swerving costs ½, going straight 1½; against rows (¾, ¼) both columns cost ¼.
    [Test]
    public void A_mixed_profile_by_hand()
    {
        var profile = new MixedProfile([0.75, 0.25], [0.5, 0.5]);

        Assert.That(Games.Chicken.LossesOfRows(profile), Is.EqualTo(new[] { 0.5, 1.5 }));
        Assert.That(Games.Chicken.LossesOfColumns(profile), Is.EqualTo(new[] { 0.25, 0.25 }));
        Assert.That(Games.Chicken.Losses(profile), Is.EqualTo((0.75, 0.25)));
        Assert.That(Games.Chicken.Savings(profile), Is.EqualTo((0.25, 0.0)));
        Assert.That(Games.Chicken.Exploitability(profile), Is.EqualTo(0.25));
        Assert.That(Games.Chicken.BestRows(profile), Is.EqualTo(new[] { 0 }));
        Assert.That(Games.Chicken.BestRows(profile, tie: 1), Is.EqualTo(new[] { 0, 1 }));
        Assert.That(Games.Chicken.BestColumns(profile), Is.EqualTo(new[] { 0, 1 }));
    }

    [FsCheck.NUnit.Property(MaxTest = 100, Replay = "13,1")]
    public bool Nobody_can_save_less_than_nothing(byte seed, byte[] weights)
    {
        var game = Games.Random(seed, 3, 4);
        double[] rows = [.. weights.Concat(new byte[] { 1, 2, 3 }).Take(3).Select(weight => weight + 0.5)];
        double[] columns = [.. weights.Reverse().Concat(new byte[] { 4, 1, 2, 3 }).Take(4).Select(weight => weight + 0.5)];
        var profile = new MixedProfile(
            [.. rows.Select(weight => weight / rows.Sum())], [.. columns.Select(weight => weight / columns.Sum())]);

        return game.Savings(profile) is { Row: >= -1e-12, Column: >= -1e-12 };
    }

    [Test]
    public void Games_and_profiles_that_do_not_fit_are_refused()
    {
        Assert.That(() => new BimatrixGame(0, 1, [], []), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new BimatrixGame(1, 2, [1, 2], [1]), Throws.ArgumentException);
        Assert.That(() => new BimatrixGame(1, 1, [double.NaN], [1]), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Games.Chicken.Losses(MixedProfile.Even(3, 2)), Throws.ArgumentException);
        Assert.That(() => MixedProfile.Pure(2, 2, 2, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
