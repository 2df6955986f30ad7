using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>Makes a tree of tokens: operator precedence (Pratt 1973, Top down operator precedence).</summary>
/// <remarks>
/// Loosest first: <c>or</c>; <c>and</c>; <c>not</c>; comparisons and <c>is</c>, which do not chain; <c>+ -</c>; <c>per unit</c>;
/// <c>* /</c>; the sign; <c>^</c>, from right to left, so that −2^2 is −4 and 2^3^2 is 2^9. What follows a unit goes on with the
/// whole rate: <c>a * b per d * c</c> is ((a·b) per d)·c. The first problem ends the parse.
/// </remarks>
internal sealed class FormulaParser
{
    /// <summary>The deepest nesting of brackets, signs and powers.</summary>
    public const int DepthLimit = 64;

    /// <summary>The most operators in a row. A row becomes a tree as deep as it is long, and whatever walks the tree needs stack
    /// for that: a thread may have no more than 1 MiB.</summary>
    public const int RowLimit = 400;

    private const int OrPower = 10;
    private const int AndPower = 20;
    private const int NotPower = 30;
    private const int ComparisonPower = 40;
    private const int SumPower = 50;
    private const int PerPower = 60;
    private const int ProductPower = 70;
    private const int SignPower = 80;
    private const int PowerPower = 90;

    private readonly string text;
    private readonly ImmutableArray<Token> tokens;
    private readonly Stack<Token> open = new();
    private int at;
    private int depth;

    private FormulaParser(string text, ImmutableArray<Token> tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>The first problem, which ended the parse.</summary>
    public Problem? Problem { get; private set; }

    private Token Current => tokens[at];

    /// <summary>The tree of a whole text, or null and a problem.</summary>
    public static Syntax? Parse(string text, ImmutableArray<Token> tokens, ImmutableArray<Problem>.Builder problems)
    {
        var parser = new FormulaParser(text, tokens);
        var root = parser.Expression(0);
        if (root is not null && parser.Current.Kind != TokenKind.End)
        {
            root = parser.Fail(SyntaxMessages.LeftOver(text, parser.Previous(), parser.Current));
        }

        if (parser.Problem is { } problem)
        {
            problems.Add(problem);
        }

        return root;
    }

    private Syntax? Expression(int leastPower)
    {
        var left = Operand(leastPower);
        while (left is not null)
        {
            var token = Current;
            var (power, operation) = Infix(token);
            if (power == 0 || power < leastPower)
            {
                return left;
            }

            at++;
            left = power switch
            {
                PerPower => Per(left),
                ComparisonPower when operation is null => Is(left),
                _ => Binary(left, token, power, operation!.Value),
            };
        }

        return null;
    }

    private static (int Power, BinaryOperator? Operation) Infix(Token token) =>
        token.Kind == TokenKind.Number ? default : token.Text switch
        {
            "or" => (OrPower, BinaryOperator.Or),
            "and" => (AndPower, BinaryOperator.And),
            "==" => (ComparisonPower, BinaryOperator.Equal),
            "!=" => (ComparisonPower, BinaryOperator.NotEqual),
            "<" => (ComparisonPower, BinaryOperator.Less),
            "<=" => (ComparisonPower, BinaryOperator.LessOrEqual),
            ">" => (ComparisonPower, BinaryOperator.Greater),
            ">=" => (ComparisonPower, BinaryOperator.GreaterOrEqual),
            "is" => (ComparisonPower, null),
            "+" => (SumPower, BinaryOperator.Add),
            "-" => (SumPower, BinaryOperator.Subtract),
            "per" => (PerPower, null),
            "*" => (ProductPower, BinaryOperator.Multiply),
            "/" => (ProductPower, BinaryOperator.Divide),
            "^" => (PowerPower, BinaryOperator.Power),
            _ => default,
        };

    private Syntax? Binary(Syntax left, Token symbol, int power, BinaryOperator operation)
    {
        // A power takes a signed exponent and further powers on its right: 2^-x^2.
        var right = operation == BinaryOperator.Power ? Nested(() => Expression(SignPower)) : Expression(power + 1);
        if (right is null)
        {
            return null;
        }

        if (power == ComparisonPower && Infix(Current) is (ComparisonPower, _))
        {
            return FailChain(left, symbol, right);
        }

        var joined = new BinarySyntax(left.Start, right.End, operation, left, right, symbol);
        return joined.Depth <= RowLimit ? joined : Fail(SyntaxMessages.TooManyInARow(symbol));
    }

    // The mend shows the third value too, if there is one.
    private Syntax? FailChain(Syntax left, Token first, Syntax middle)
    {
        var second = Current;
        at++;
        var right = second.Is("is") ? null : Expression(ComparisonPower + 1);
        Problem = null;
        return Fail(SyntaxMessages.ComparisonChain(text, left, first, middle, second, right));
    }

    private Syntax? Per(Syntax left)
    {
        var unit = Current;
        if (unit.Kind != TokenKind.Name || !Units.IsUnit(unit.Text))
        {
            return Fail(SyntaxMessages.NotAUnit(text, unit));
        }

        at++;
        return new PerSyntax(left.Start, unit.End, left, unit.Text);
    }

    private Syntax? Is(Syntax left)
    {
        var state = Current;
        if (left is not NameSyntax condition)
        {
            return Fail(SyntaxMessages.IsWithoutCondition(left));
        }

        if (state.Is("not"))
        {
            return Fail(SyntaxMessages.IsNot(condition, Previous(), state, tokens[at + 1]));
        }

        if (state.Kind != TokenKind.Name || state.Text.Contains('.', StringComparison.Ordinal))
        {
            return Fail(SyntaxMessages.IsWithoutState(text, condition, state));
        }

        at++;
        return new IsSyntax(left.Start, state.End, condition.Text, state.Text);
    }

    private Syntax? Operand(int leastPower)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return new NumberSyntax(token.Start, token.End, token.Value, token.Text);
            case TokenKind.Name when token.Text is not ("not" or "and" or "or" or "is" or "per"):
                at++;
                return Current.Is("(") ? Nested(() => Call(token)) : new NameSyntax(token.Start, token.End, token.Text);
            default:
                break;
        }

        return token.Text switch
        {
            "(" => Nested(Bracket),
            "-" or "+" => Nested(() => Signed(token)),
            "not" when leastPower <= NotPower => Nested(() => Negated(token)),
            "not" => Fail(SyntaxMessages.NotInside(token)),
            _ => Fail(SyntaxMessages.NoOperand(text, at == 0 ? null : Previous(), token, open.Count > 0 ? open.Peek() : null)),
        };
    }

    private Syntax? Signed(Token sign)
    {
        at++;
        var operand = Expression(SignPower);
        return operand is null ? null
            : sign.Text == "+" ? operand
            : new UnarySyntax(sign.Start, operand.End, UnaryOperator.Negate, operand);
    }

    private UnarySyntax? Negated(Token word)
    {
        at++;
        var operand = Expression(NotPower);
        return operand is null ? null : new UnarySyntax(word.Start, operand.End, UnaryOperator.Not, operand);
    }

    private Syntax? Bracket()
    {
        var bracket = Current;
        open.Push(bracket);
        at++;
        var inner = Expression(0);
        return inner is not null && Close(bracket) ? new BracketSyntax(bracket.Start, Previous().End, inner) : null;
    }

    private CallSyntax? Call(Token name)
    {
        open.Push(name);
        at++;
        var arguments = ImmutableArray.CreateBuilder<ArgumentSyntax>();
        if (!Current.Is(")"))
        {
            do
            {
                var value = Expression(0);
                Syntax? label = null;
                if (value is not null && Current.Is("="))
                {
                    at++;
                    label = value;
                    value = Expression(0);
                }

                if (value is null)
                {
                    return null;
                }

                arguments.Add(new ArgumentSyntax(label, value));
            }
            while (Accept(","));
        }

        return Close(name) ? new CallSyntax(name.Start, Previous().End, name, arguments.ToImmutable()) : null;
    }

    private bool Close(Token opener)
    {
        if (Accept(")"))
        {
            open.Pop();
            return true;
        }

        Fail(SyntaxMessages.NotClosed(text, opener, Previous(), Current));
        return false;
    }

    private bool Accept(string symbol)
    {
        if (!Current.Is(symbol))
        {
            return false;
        }

        at++;
        return true;
    }

    private Token Previous() => tokens[at - 1];

    private Syntax? Nested(Func<Syntax?> inner)
    {
        if (depth == DepthLimit)
        {
            return Fail(SyntaxMessages.TooDeep(Current));
        }

        depth++;
        var result = inner();
        depth--;
        return result;
    }

    private Syntax? Fail(Problem problem)
    {
        Problem ??= problem;
        return null;
    }
}
