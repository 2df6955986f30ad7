using System.Collections.Immutable;

namespace Escalation.Experiments;

/// <summary>A box of futures: limits to some of the inputs, all of which must hold.</summary>
/// <remarks>Without limits it holds everything. A side without a limit lets everything through, also values beyond those that the
/// box was found among.</remarks>
public sealed class FutureBox
{
    private FutureBox(ImmutableArray<BoxLimit> limits) => Limits = limits;

    /// <summary>The box that holds every future.</summary>
    public static FutureBox Everything { get; } = new([]);

    /// <summary>The limits by ascending index of the input, one an input.</summary>
    public ImmutableArray<BoxLimit> Limits { get; }

    /// <summary>Makes a box.</summary>
    /// <param name="limits">The limits, at most one an input; those that keep nothing out are passed over.</param>
    /// <returns>The box.</returns>
    /// <exception cref="ArgumentException">Two limits are about one input.</exception>
    public static FutureBox Of(params IEnumerable<BoxLimit> limits)
    {
        ImmutableArray<BoxLimit> sorted =
        [
            .. limits.Where(limit => limit.IsCategorical || limit.IsLimitedBelow || limit.IsLimitedAbove)
                .OrderBy(limit => limit.Input),
        ];
        if (sorted.Select(limit => limit.Input).Distinct().Count() < sorted.Length)
        {
            throw new ArgumentException("A box has one limit an input.", nameof(limits));
        }

        return sorted.IsEmpty ? Everything : new(sorted);
    }

    /// <summary>The limit of an input.</summary>
    /// <param name="input">Index of the input.</param>
    /// <returns>The limit; <see langword="null"/> if there is none.</returns>
    public BoxLimit? Limit(int input) => Limits.FirstOrDefault(limit => limit.Input == input);

    /// <summary>The box with another limit of an input.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>The box.</returns>
    public FutureBox With(BoxLimit limit) => Of(Limits.Where(other => other.Input != limit.Input).Append(limit));

    /// <summary>The box without a limit of an input.</summary>
    /// <param name="input">Index of the input.</param>
    /// <returns>The box.</returns>
    public FutureBox Without(int input) => Of(Limits.Where(other => other.Input != input));

    /// <summary>Says whether a future is inside.</summary>
    /// <param name="futures">The futures.</param>
    /// <param name="future">Index of the future.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Contains(Futures futures, int future)
    {
        foreach (var limit in Limits)
        {
            if (!limit.Allows(futures.Value(future, limit.Input)))
            {
                return false;
            }
        }

        return true;
    }
}
