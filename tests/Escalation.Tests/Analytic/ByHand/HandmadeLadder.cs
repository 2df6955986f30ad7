using Escalation.Engine;

namespace Escalation.Tests.Analytic.ByHand;

/// <summary>The case V12 against the event queue alone: a rung that rises at 0.3 a day and, above 0, falls by one after an
/// exponential time of mean 2.5 days; the spiral is rung 5.</summary>
internal static class HandmadeLadder
{
    private const double RisesPerDay = 0.3;
    private const double FallDays = 2.5;
    private const int Spiral = 5;
    private const int Rise = 0;
    private const int Fall = 1;

    /// <summary>The day of the spiral in one history.</summary>
    public static double DayOfSpiral(EventQueue queue, ref KeyedStream stream)
    {
        queue.Clear();
        var rung = 0;
        queue.Schedule(ExponentialVariate.Draw(ref stream, 1 / RisesPerDay), Rise);
        while (queue.TryNext(double.MaxValue, out var slot))
        {
            rung += slot == Rise ? 1 : -1;
            if (rung == Spiral)
            {
                break;
            }

            if (slot == Rise)
            {
                queue.Schedule(queue.Now + ExponentialVariate.Draw(ref stream, 1 / RisesPerDay), Rise);
            }

            if (rung > 0 && !queue.IsPending(Fall))
            {
                queue.Schedule(queue.Now + ExponentialVariate.Draw(ref stream, FallDays), Fall);
            }
        }

        return queue.Now;
    }
}
