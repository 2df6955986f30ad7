using Escalation.Engine;

namespace Escalation.Tests.Analytic.ByHand;

/// <summary>The case V17 against the event queue alone: attacks of their own at 0.2 a day until day 50, each of which provokes
/// Poisson(0.6) more after exponential delays of mean 2 days.</summary>
internal static class HandmadeHawkes
{
    private const double Horizon = 50;
    private const double OwnPerDay = 0.2;
    private const double Offspring = 0.6;
    private const double DelayDays = 2;
    private const int OwnSlot = 0;

    /// <summary>The attacks of one history.</summary>
    public static int Attacks(EventQueue queue, ref KeyedStream stream)
    {
        queue.Clear();
        queue.Schedule(ExponentialVariate.Draw(ref stream, 1 / OwnPerDay), OwnSlot);
        var (attacks, nextSlot) = (0, OwnSlot + 1);
        while (queue.TryNext(Horizon, out var slot))
        {
            attacks++;
            if (slot == OwnSlot)
            {
                queue.Schedule(queue.Now + ExponentialVariate.Draw(ref stream, 1 / OwnPerDay), OwnSlot);
            }

            for (var left = PoissonVariate.Draw(ref stream, Offspring); left > 0; left--)
            {
                queue.Schedule(queue.Now + ExponentialVariate.Draw(ref stream, DelayDays), nextSlot++);
            }
        }

        return attacks;
    }
}
