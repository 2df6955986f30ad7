using System.Collections.Immutable;
using Escalation.Experiments;

namespace Escalation.Tuning;

/// <summary>Tries policies of one side against what the other one does.</summary>
/// <remarks>An opponent who does several things does them in turn, by blocks of histories: block k has the policy at the quantile
/// frac(k φ) of its chances, where φ is the golden section, so that any few blocks hold about its parts of each (Weyl 1916). All
/// policies meet the same opponents in the same order, so that their differences have no noise of it.</remarks>
internal sealed class ResponseTrials(PolicyTrials inner, SidesGame game, int side, SidePlay opponent, long luck) : PolicyTrials
{
    private const long Block = ReplicationTable.BlockSize;
    private const double GoldenSection = 0.6180339887498949;

    /// <inheritdoc/>
    public override string Unit => inner.Unit;

    /// <inheritdoc/>
    public override long HistoriesOfUnit => inner.HistoriesOfUnit;

    /// <inheritdoc/>
    public override ImmutableArray<PolicyTrial> Run(IReadOnlyList<(Point Policy, long Luck)> asked, long count)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (opponent.IsPure)
        {
            var only = opponent.Parts[0].Policy;
            var tried = inner.Run([.. asked.Select(one => (Joined(one.Policy, only), luck + one.Luck))], count);
            return [.. tried.Select((trial, place) => trial.As(asked[place].Policy))];
        }

        var blocks = (int)((count + Block - 1) / Block);
        var found = inner.Run(
            [
                .. asked.SelectMany(one => Enumerable.Range(0, blocks).Select(block =>
                    (Joined(one.Policy, Met((one.Luck / Block) + block)), luck + one.Luck + (block * Block)))),
            ],
            Block);
        return
        [
            .. asked.Select((one, place) => Enumerable.Range(1, blocks - 1)
                .Aggregate(found[place * blocks], (sum, block) => sum.FollowedBy(found[(place * blocks) + block]))
                .As(one.Policy).First((int)count)),
        ];
    }

    private Point Joined(Point own, Point other) => side == 0 ? game.Joined(own, other) : game.Joined(other, own);

    private Point Met(long block)
    {
        var left = (block + 0.5) * GoldenSection % 1;
        foreach (var (policy, chance) in opponent.Parts)
        {
            left -= chance;
            if (left < 0)
            {
                return policy;
            }
        }

        return opponent.Parts[^1].Policy;
    }
}
