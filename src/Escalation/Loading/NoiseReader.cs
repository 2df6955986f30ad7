using System.Globalization;
using System.Text.RegularExpressions;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads the law of the error of an observation.</summary>
/// <param name="draft">The scenario.</param>
internal sealed partial class NoiseReader(Draft draft)
{
    private const string Poisson = "poisson";
    private const string NegativeBinomial = "negative_binomial";
    private const string Example = "write 'poisson', 'negative_binomial', 'negative_binomial(shape=5)', a standard error such as "
        + "'2.5', or a share such as '10 %'";

    private static readonly string[] Laws = [Poisson, NegativeBinomial];

    /// <summary>Reads it.</summary>
    /// <param name="node">The node; null: there is none.</param>
    /// <param name="observed">What was observed, in whose unit a standard error stands; null: it is broken or not a single
    /// number.</param>
    /// <returns>The law; none if it is broken, which is told.</returns>
    public TargetNoise Read(YamlNode? node, ConstantNode? observed)
    {
        if (node is null || Section.Scalar(node, draft.List, "the law of an error") is not { } scalar)
        {
            return TargetNoise.None;
        }

        var text = scalar.Value.Trim();
        if (text.Equals(Poisson, StringComparison.OrdinalIgnoreCase))
        {
            return new(NoiseKind.Poisson, double.NaN);
        }

        if (text.Equals(NegativeBinomial, StringComparison.OrdinalIgnoreCase))
        {
            return new(NoiseKind.NegativeBinomial, double.NaN);
        }

        if (WithShape().Match(text) is { Success: true } found)
        {
            return Sized(NoiseKind.NegativeBinomial, Number(found.Groups["shape"].Value), scalar, "a shape");
        }

        if (Share().Match(text) is { Success: true } share)
        {
            return observed is null ? TargetNoise.None
                : Sized(
                    NoiseKind.Normal,
                    Number(share.Groups["share"].Value) / 100 * Math.Abs(observed.Value),
                    scalar,
                    observed.Value == 0 ? "a share of 0 is no error: a standard error" : "a standard error");
        }

        if (char.IsAsciiLetter(text[0]))
        {
            var word = text.Split('(')[0].Trim();
            draft.List.Error(
                scalar.Where,
                $"unknown law of an error {Quote.Of(text)}",
                Hints.Nearest(word, Laws) is { } near && near != word ? $"did you mean '{near}'? {Example}" : Example);
            return TargetNoise.None;
        }

        return Formulas.Constant(draft, node, observed?.Quantity, "a standard error") is { } constant
            ? Sized(NoiseKind.Normal, constant.Value, scalar, "a standard error")
            : TargetNoise.None;
    }

    private TargetNoise Sized(NoiseKind kind, double size, YamlScalar scalar, string noun)
    {
        if (size > 0 && double.IsFinite(size))
        {
            return new(kind, size);
        }

        draft.List.Error(scalar.Where, FormattableString.Invariant($"{noun} is above 0, and this is {size:R}"), Example);
        return TargetNoise.None;
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^negative_binomial\s*\(\s*(shape\s*=)?\s*(?<shape>[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?)\s*\)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WithShape();

    [GeneratedRegex(
        @"^(?<share>[0-9]+(\.[0-9]+)?)\s*%$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Share();
}
