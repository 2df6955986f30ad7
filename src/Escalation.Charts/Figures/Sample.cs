using System.Collections.Immutable;

namespace Escalation.Charts.Figures;

/// <summary>The numbers of a measure: sorted, without those that are none.</summary>
internal sealed class Sample
{
    private readonly int left;

    private Sample(ImmutableArray<double> sorted, int left) => (Sorted, this.left) = (sorted, left);

    /// <summary>The finite numbers, from the least to the most.</summary>
    public ImmutableArray<double> Sorted { get; }

    /// <summary>How many there are.</summary>
    public int Count => Sorted.Length;

    /// <summary>Takes numbers in.</summary>
    public static Sample Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        var finite = all.Where(double.IsFinite).ToArray();
        Array.Sort(finite);
        return new Sample([.. finite], all.Length - finite.Length);
    }

    /// <summary>The title of an axis.</summary>
    public static string Axis(string measure, string unit) => unit.Length == 0 ? measure : $"{measure} ({unit})";

    /// <summary>The number below which a share of them lies.</summary>
    public double Quantile(double share) => Sorted[(int)Math.Round(share * (Count - 1))];

    /// <summary>What is to be seen.</summary>
    public string Title(string measure) => Count == 0
        ? $"No history has a value of {measure}"
        : Sorted[0] == Sorted[^1]
            ? $"{measure} is {FigureText.Number(Sorted[0])} in every history"
            : $"{measure}: half of the histories lie between {At(0.25)} and {At(0.75)}";

    /// <summary>The caption, with what was left out.</summary>
    public string Caption(string caption) => left == 0
        ? caption
        : FormattableString.Invariant($"{caption} {left:N0} histories without a value are left out.");

    /// <summary>The numbers in words.</summary>
    public string Describe() => Count == 0
        ? "There are none."
        : $"Least {At(0)}, median {At(0.5)}, most {At(1)}.";

    private string At(double share) => FigureText.Number(Quantile(share));

    /// <summary>What is said in place of a drawing.</summary>
    public string IfEmpty(string measure) => left == 0
        ? "Nothing to draw: there are no histories."
        : FormattableString.Invariant($"Nothing to draw: none of {left:N0} histories has a value of {measure}.");
}
