using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>Reads expressions.</summary>
/// <remarks>
/// Small print of the grammar, beyond the table of operators in <see cref="FormulaParser"/>: a number may begin or end with
/// its point (<c>.5</c>, <c>5.</c>) and be followed by a unit with or without space; <c>min</c> before a bracket is the
/// function. A leading <c>+</c> is allowed. <c>true</c> and <c>false</c> are truths, unless a name of the scenario is called
/// so. A truth is not a number: <c>if(truth, 1, 0)</c> makes one of it. <c>x per d</c> is for plain numbers x alone.
/// </remarks>
public static class FormulaReader
{
    /// <summary>The most characters of an expression.</summary>
    public const int LengthLimit = 4096;

    /// <summary>Reads an expression: tokens, tree, names, types, constants. Never throws for any text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="site">Where it stands, and what is asked of it there.</param>
    /// <returns>The typed and folded tree, or what is wrong.</returns>
    public static FormulaReading Read(string text, FormulaSite site)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        if (text.Length > LengthLimit)
        {
            return new FormulaReading(null, [SyntaxMessages.TooLong(text.Length, LengthLimit)]);
        }

        var tokens = Tokenizer.Tokens(text, problems);
        var syntax = problems.Count == 0 ? FormulaParser.Parse(text, tokens, problems) : null;
        var root = syntax is null ? null : new FormulaTyper(text, site, problems).Root(syntax);
        problems.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return new FormulaReading(problems.Count == 0 ? root : null, problems.ToImmutable());
    }
}
