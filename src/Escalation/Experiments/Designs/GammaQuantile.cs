namespace Escalation.Experiments;

/// <summary>Quantiles of the gamma law of scale 1, precise in relative terms at both ends.</summary>
internal static class GammaQuantile
{
    private const int StepLimit = 200;

    // From here on the expansion about the normal law holds all digits: its next term, of the order of the power −3/2, is
    // below 1e-18 of the quantile.
    private const double LargeShape = 1e8;

    // Below e to this power the law is x^a / Γ(a + 1) to all digits.
    private const double LogOfSmall = -40;

    /// <summary>The logarithm of the point below which the given chance lies: for small shapes the point itself may be below the
    /// least double.</summary>
    /// <param name="shape">Shape, above 0.</param>
    /// <param name="chance">The chance and its complement, both above 0.</param>
    public static double Log(double shape, UnitPoint chance)
    {
        var z = Normal(chance);
        if (shape > LargeShape)
        {
            return Math.Log(Expansion(shape, z));
        }

        var logChance = chance.X < 0.5 ? Math.Log(chance.X) : LogarithmNearOne.OfOnePlus(-chance.Y);
        var logOfSmall = (logChance + IncompleteGamma.LogGammaOfNext(shape)) / shape;
        return logOfSmall < LogOfSmall ? logOfSmall : Search(shape, chance, z, logOfSmall);
    }

    /// <summary>The standard normal number below which the chance lies.</summary>
    internal static double Normal(UnitPoint chance) =>
        chance.X <= 0.5 ? -StandardNormal.UpperQuantile(chance.X) : StandardNormal.UpperQuantile(chance.Y);

    // Cornish and Fisher (1937), Revue de l'Institut International de Statistique 5, 307–320, for the gamma law.
    private static double Expansion(double a, double z)
    {
        var root = Math.Sqrt(a);
        return a + (z * root) + (((z * z) - 1) / 3) + (z * ((z * z) - 7) / 36 / root)
            - (((z * z * ((3 * z * z) + 7)) - 16) / 810 / a);
    }

    // Solves ln(tail at x) = ln(tail) for ln x by Newton's steps, or halving where one leaves the bracket; the smaller tail has
    // the digits.
    private static double Search(double shape, UnitPoint chance, double z, double logOfSmall)
    {
        var isLower = chance.X <= 0.5;
        var tail = isLower ? chance.X : chance.Y;

        // P(x) is below x^a / Γ(a + 1), so the point is above that of the leading term. Above: P(X > a + t) is less than
        // e^(−t²/(2 (a + t))), Boucheron, Lugosi and Massart (2013), section 2.4, and no chance of a double is below 2⁻¹⁰⁷⁴.
        var (low, high) = (logOfSmall, Math.Log(shape + 4_000 + (4 * Math.Sqrt(1_000 * shape))));

        // Wilson and Hilferty (1931), Proceedings of the National Academy of Sciences 17, 684–688: the cube root is near normal.
        var cube = 1 - (1 / (9 * shape)) + (z / 3 / Math.Sqrt(shape));
        var y = Math.Clamp(cube > 0.1 ? Math.Log(shape) + (3 * Math.Log(cube)) : logOfSmall, low, high);
        for (var step = 0; step < StepLimit; step++)
        {
            var gamma = IncompleteGamma.At(shape, Math.Exp(y));
            var found = isLower ? gamma.Lower : gamma.Upper;
            (low, high) = found < tail == isLower ? (y, high) : (low, y);
            var slope = (isLower ? gamma.Factor : -gamma.Factor) / found;
            var move = -Math.Log(found / tail) / slope;
            var next = y + move;
            if (!(next >= low && next <= high))
            {
                next = (low + high) / 2;
                move = high - low;
            }

            y = next;

            // Newton squares the error: after a step below 1e-9 of the scale only rounding is left.
            if (Math.Abs(move) <= Math.Max(1e-16, 1e-9 * Math.Min(1, 1 / Math.Abs(slope))))
            {
                break;
            }
        }

        return y;
    }
}
