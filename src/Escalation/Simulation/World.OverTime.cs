using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>Extremes and means of an expression over time, exact to rounding: pieces between events that do not move are taken
/// whole, moving ones by interval branch and bound or by adaptive quadrature.</content>
public sealed partial class World
{
    // Abscissae and weights of the Gauss–Legendre rule with 5 points on [−1, 1].
    private static readonly double[] GaussPoints =
        [0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664];
    private static readonly double[] GaussWeights =
        [0.5688888888888889, 0.47862867049936647, 0.47862867049936647, 0.23692688505618908, 0.23692688505618908];

    // Below this the integral underflows: a search for a crossing looks at the next number after day 0.
    private const double ShortestStretchDays = 1e-200;

    private double OverTime(MeasureProgram measure, in MeasureState state, double day)
    {
        var value = TakeIn(measure, in state, day);
        if (measure.Kind != MeasureKind.MeanOverTime)
        {
            return value;
        }

        var length = Overlap(0, day, in state);
        return length > ShortestStretchDays ? value / length : PointValue(measure, Math.Max(day, state.SinceDay));
    }

    // The integral or extreme with the stretch from where it is up to date to a day taken in.
    private double TakeIn(MeasureProgram measure, in MeasureState state, double day)
    {
        var from = Math.Max(state.SinceDay, state.FromDay);
        var to = Math.Min(day, state.UntilDay);
        if (from > to)
        {
            return state.Value;
        }

        var isStill = !IsMoving(measure.ValueVariables);
        switch (measure.Kind)
        {
            case MeasureKind.MeanOverTime:
                return state.Value + (isStill
                    ? (to - from) * PointValue(measure, to)
                    : Integral(measure, from, to, depth: 0));
            case MeasureKind.MaximumOverTime:
                return isStill
                    ? Math.Max(state.Value, PointValue(measure, to))
                    : Extreme(measure, from, to, state.Value, sign: 1);
            default:
                return isStill
                    ? Math.Min(state.Value, PointValue(measure, to))
                    : -Extreme(measure, from, to, -state.Value, sign: -1);
        }
    }

    // The value of a measure's expression at a day if nothing happens until then.
    private double PointValue(MeasureProgram measure, double day)
    {
        var (now, me) = (Now, Me);
        (Now, Me) = (day, -1);
        var value = measure.Value.In(this);
        (Now, Me) = (now, me);
        return value;
    }

    private double Integral(MeasureProgram measure, double from, double to, int depth)
    {
        var middle = (from + to) / 2;
        var whole = Gauss(measure, from, to);
        var halves = Gauss(measure, from, middle) + Gauss(measure, middle, to);
        return Math.Abs(whole - halves) <= 1e-11 * (Math.Abs(halves) + 1e-12) || depth >= 40
            ? halves
            : Integral(measure, from, middle, depth + 1) + Integral(measure, middle, to, depth + 1);
    }

    private double Gauss(MeasureProgram measure, double from, double to)
    {
        var (centre, half) = ((from + to) / 2, (to - from) / 2);
        var sum = 0.0;
        for (var i = 0; i < GaussPoints.Length; i++)
        {
            sum += GaussWeights[i] * PointValue(measure, centre + (half * GaussPoints[i]));
        }

        return half * sum;
    }

    // The greatest of `best` and sign · expression on a stretch; stretches that cannot beat it are left out.
    private double Extreme(MeasureProgram measure, double from, double to, double best, int sign)
    {
        best = Math.Max(best, Math.Max(sign * PointValue(measure, from), sign * PointValue(measure, to)));
        var motion = Intervals.Motion(measure.Value.Node, this, from, to);
        var high = sign > 0 ? motion.Value.High : -motion.Value.Low;
        var isMonotone = motion.Slope.Low >= 0 || motion.Slope.High <= 0;
        if (isMonotone || high <= best + (1e-12 * Math.Abs(best)) || to - from <= 1e-6)
        {
            return best;
        }

        var middle = (from + to) / 2;
        best = Extreme(measure, from, middle, best, sign);
        return Extreme(measure, middle, to, best, sign);
    }
}
