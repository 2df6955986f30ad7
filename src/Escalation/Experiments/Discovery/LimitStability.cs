using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>How often an input is limited when half of the futures are searched again, and where.</summary>
/// <param name="Input">Index of the input.</param>
/// <param name="AtSameCoverage">Share of the samples whose box of the nearest coverage limits the input.</param>
/// <param name="AtSameDensity">Share of the samples whose box of the nearest density limits the input.</param>
/// <param name="Lower">The lower end, at the same coverage.</param>
/// <param name="Upper">The upper end, at the same coverage.</param>
/// <param name="Categories">Of a categorical input each of its categories, ascending; else empty.</param>
public sealed record LimitStability(
    int Input,
    double AtSameCoverage,
    double AtSameDensity,
    EndStability Lower,
    EndStability Upper,
    ImmutableArray<CategoryStability> Categories);

/// <summary>How often one end of an input is limited, and how its limit spreads.</summary>
/// <param name="Share">Share of the samples that limit this end.</param>
/// <param name="Spread">The 5 % and 95 % quantiles of the limit among these; NaN if there are none.</param>
public readonly record struct EndStability(double Share, Interval Spread);

/// <summary>How often a category is taken away.</summary>
/// <param name="Category">The category.</param>
/// <param name="TakenAway">Share of the samples that take it away, at the same coverage.</param>
public readonly record struct CategoryStability(double Category, double TakenAway);
