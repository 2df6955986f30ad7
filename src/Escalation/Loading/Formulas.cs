using System.Text.RegularExpressions;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads the expressions of a file and puts their problems at their places.</summary>
internal static partial class Formulas
{
    // The message of a name whose own mistake was reported where it is declared: one mistake, one message.
    private const string Silent = "(reported where it is declared)";

    /// <summary>What such a name stands for. The hint is empty, not missing, so that nobody looks for one.</summary>
    public static Resolution Unsaid { get; } = new(null, Silent, "");

    /// <summary>Reads an expression.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="node">The node; null gives null.</param>
    /// <param name="scope">The names that may be read.</param>
    /// <param name="expected">The type that is expected; null: any.</param>
    /// <param name="noun">What it is: "a delay".</param>
    /// <param name="draws">Whether distributions may stand in it.</param>
    /// <returns>The formula, or null if there is none or it is broken, which is reported.</returns>
    public static Formula? Read(
        Draft draft, YamlNode? node, IScope scope, Quantity? expected, string noun, bool draws = false)
    {
        if (node is null || Section.Scalar(node, draft.List, noun) is not { } scalar)
        {
            return null;
        }

        // A line break counts as a blank; every character keeps its index, so that problems can be placed.
        var line = scalar.Value.Replace('\n', ' ').Replace('\r', ' ');
        var text = line.Trim();
        var skipped = line.Length - line.TrimStart().Length;
        if (NotFinite().IsMatch(text))
        {
            draft.List.Error(scalar.Where, $"{Quote.Of(text)} is no number that can be reckoned with", "write a finite number");
            return null;
        }

        var reading = FormulaReader.Read(text, new FormulaSite(scope, expected, draws, noun));
        foreach (var problem in reading.Problems)
        {
            if (problem.Message != Silent)
            {
                var where = Spans.Inside(draft.Source, scalar, skipped + problem.Start, Math.Max(1, problem.Length));
                draft.List.Error(where, problem.Message, problem.Hint);
            }
        }

        return reading.Root is { } root && reading.Problems.IsEmpty ? new Formula(root, text, scalar.Where) : null;
    }

    /// <summary>Reads an expression without names.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="node">The node; null gives null.</param>
    /// <param name="expected">The type that is expected; null: any but a truth.</param>
    /// <param name="noun">What it is.</param>
    /// <returns>Its value, or null if there is none or it is broken, which is reported.</returns>
    public static ConstantNode? Constant(Draft draft, YamlNode? node, Quantity? expected, string noun)
    {
        var formula = Read(draft, node, new ConstantScope(noun), expected, noun);
        switch (formula?.Root)
        {
            case null:
                return null;
            case ConstantNode { Quantity: not Quantity.Truth } constant:
                return constant;
            default:
                draft.List.Error(
                    formula.Where,
                    $"{noun} is a number, this is a truth",
                    "write a number, a duration '2 d' or a rate '0.1 per d'");
                return null;
        }
    }

    /// <summary>Reads a whole number.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="node">The node; null gives null.</param>
    /// <param name="noun">What it is.</param>
    /// <param name="least">The least value that is allowed.</param>
    /// <returns>The number, or null.</returns>
    public static long? Whole(Draft draft, YamlNode? node, string noun, long least)
    {
        if (Constant(draft, node, Quantity.Number, noun) is not { } constant)
        {
            return null;
        }

        if (constant.Value != Math.Floor(constant.Value) || constant.Value < least || constant.Value > 1e15)
        {
            draft.List.Error(
                node!.Where,
                FormattableString.Invariant($"{noun} is a whole number, at least {least}, this is {constant.Value:R}"));
            return null;
        }

        return (long)constant.Value;
    }

    // What YAML and other languages call numbers that are none.
    [GeneratedRegex(@"^[-+]?\.?(nan|inf|infinity|∞)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotFinite();
}
