using System.Collections.Immutable;
using System.Globalization;
using Escalation.Language;

namespace Escalation.Experiments;

/// <summary>Boxes in words.</summary>
public static class BoxWords
{
    // A limit is written with so many digits that its rounding is at most this share of the input's range.
    private const double Coarseness = 0.005;
    private const int MostDigits = 12;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    /// <summary>The box as a sentence with its coverage, mass and density.</summary>
    /// <param name="futures">The futures that it was found among: names, units and ranges of the inputs.</param>
    /// <param name="box">The box.</param>
    /// <param name="estimate">What is said of it, best from fresh futures.</param>
    /// <param name="outcome">Name of the outcome.</param>
    /// <param name="about">The outcome as a clause ("the two strike each other"); empty: its name is told.</param>
    /// <returns>Such as "spiral happens where provocation &gt; 0.8 and control &lt; 0.5: 71 % of the cases, in 12 % of the
    /// futures; there it happens in 59 %, elsewhere in 3.3 %."</returns>
    public static string Sentence(Futures futures, FutureBox box, BoxEstimate estimate, string outcome, string about = "")
    {
        var happens = about.Length > 0 ? Capital(about) : $"{outcome} happens";
        if (box.Limits.IsEmpty)
        {
            return $"{happens} nowhere more than elsewhere, as far as these inputs tell: "
                + $"in {Share(estimate.BaseDensity)} of the futures.";
        }

        var elsewhere = (estimate.Cases - estimate.CasesInside) / (estimate.Count - estimate.Inside);
        return $"{happens} where {Limits(futures, box)}: "
            + $"{Share(estimate.Coverage)} of the cases, in {Share(estimate.Mass)} of the futures; "
            + $"there it happens in {Share(estimate.Density)}, elsewhere in {Share(elsewhere)}.";
    }

    /// <summary>The limits of a box.</summary>
    /// <param name="futures">The futures that it was found among.</param>
    /// <param name="box">The box.</param>
    /// <returns>Such as "provocation &gt; 0.8 and 2 d &lt; delay &lt; 9 d and side is red or blue"; empty without
    /// limits.</returns>
    public static string Limits(Futures futures, FutureBox box) =>
        string.Join(" and ", box.Limits.Select(limit => Limit(futures, limit)));

    /// <summary>One limit.</summary>
    /// <param name="futures">The futures that it was found among.</param>
    /// <param name="limit">The limit.</param>
    /// <returns>Such as "provocation &gt; 0.8"; of whole numbers "strikes ≥ 3".</returns>
    public static string Limit(Futures futures, BoxLimit limit)
    {
        var input = futures.Inputs[limit.Input];
        if (limit.IsCategorical)
        {
            return Categories(futures, limit, input);
        }

        var isWhole = input.Quantity == Quantity.Number && futures.IsWhole(limit.Input);
        var lower = limit.IsLimitedBelow ? End(limit.Range.Lower, isWhole ? Math.Ceiling : null) : "";
        var upper = limit.IsLimitedAbove ? End(limit.Range.Upper, isWhole ? Math.Floor : null) : "";
        if (isWhole && lower.Length > 0 && lower == upper)
        {
            return $"{input.Name} = {lower}";
        }

        var (less, more) = isWhole ? ("≤", "≥") : ("<", ">");
        return limit.IsLimitedBelow && limit.IsLimitedAbove
            ? $"{lower} {less} {input.Name} {less} {upper}"
            : limit.IsLimitedBelow ? $"{input.Name} {more} {lower}" : $"{input.Name} {less} {upper}";

        string End(double end, Func<double, double>? round)
        {
            var range = futures.Range(limit.Input);
            return (round is null ? Number(end, range.Upper - range.Lower) : Text(round(end))) + Unit(input.Quantity);
        }
    }

    private static string Categories(Futures futures, BoxLimit limit, FutureInput input)
    {
        var taken = futures.Categories(limit.Input).RemoveRange(limit.Categories);
        return taken.Length < limit.Categories.Length
            ? $"{input.Name} is not {Either(taken)}"
            : $"{input.Name} is {Either(limit.Categories)}";

        string Either(ImmutableArray<double> categories) => string.Join(" or ", categories.Select(category =>
            category >= 0 && category < input.Labels.Length ? input.Labels[(int)category] : Text(category)));
    }

    /// <summary>A limit with as few digits as its range allows.</summary>
    private static string Number(double value, double range)
    {
        for (var digits = 1; digits < MostDigits; digits++)
        {
            var rounded = double.Parse(value.ToString($"E{digits - 1}", Invariant), Invariant);
            if (Math.Abs(rounded - value) <= Coarseness * range)
            {
                return Text(rounded);
            }
        }

        return Text(value);
    }

    private static string Text(double value)
    {
        var isFar = Math.Abs(value) is >= 1e7 or (> 0 and < 1e-4);
        return value.ToString(isFar ? "0.###########e0" : "0.#############", Invariant)
            .Replace('-', '−');
    }

    private static string Unit(Quantity quantity) => quantity switch
    {
        Quantity.Duration => " d",
        Quantity.Rate => " per d",
        _ => "",
    };

    // Two digits where a share is small, so that 0.04 % does not become 0; and only all is 100 %.
    private static string Share(double share)
    {
        if (double.IsNaN(share))
        {
            return "none";
        }

        var percent = 100 * share;
        if (percent is > 99.5 and < 100)
        {
            return "over 99 %";
        }

        return percent is 0 or >= 9.95
            ? FormattableString.Invariant($"{percent:0} %")
            : percent.ToString("G2", Invariant) is var text && text.Contains('E', StringComparison.Ordinal)
                ? "under 0.0001 %"
                : text + " %";
    }

    private static string Capital(string clause) => char.ToUpperInvariant(clause[0]) + clause[1..];
}
