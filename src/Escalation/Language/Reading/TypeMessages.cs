using System.Collections.Immutable;

namespace Escalation.Language;

/// <summary>What can be wrong with the names and types of an expression, all in one place.</summary>
internal sealed class TypeMessages(string text)
{
    private const string DrawSites =
        "distributions may stand in draws, after, times, spaced, every, starts, prior, with, set and add";

    /// <summary>The whole expression has not the type that its place asks for.</summary>
    public Problem WrongRoot(string noun, Quantity expected, Quantity found, Syntax syntax) => At(
        syntax, $"{noun} is {Quantities.Described(expected)}, and this is {Quantities.Described(found)}",
            Conversion(syntax, found, expected));

    public Problem NoTruth(Syntax syntax, Quantity found) => At(
        syntax, $"a truth is expected here, and this is {Quantities.Described(found)}",
            $"compare it: '{Written(syntax)} > {Zero(found)}'");

    public static Problem Unresolved(Syntax syntax, Resolution resolution, IScope scope)
    {
        var name = syntax is NameSyntax { Text: var written } ? written : "";
        var hint = resolution.Hint
            ?? (Functions.Find(name) is { } function ? $"'{name}' is a function: write '{function.Signature}'"
                : Distributions.Find(name) is { } distribution ? $"'{name}' is a distribution: write '{distribution.Signature}'"
                : Units.IsUnit(name) ? $"'{name}' is a unit and follows a number: '1 {name}'"
                : name.Length > 0 && Suggestions.Nearest(name, scope.Names) is { } nearest ? $"did you mean '{nearest}'?"
                : null);
        return At(syntax, resolution.Problem ?? $"unknown name '{SyntaxMessages.Shortened(name)}'", hint);
    }

    public Problem TruthInArithmetic(string symbol, Syntax operand) => At(
        operand, $"'{symbol}' takes numbers, and this is a truth", $"write 'if({Written(operand)}, 1, 0)'");

    public Problem PerOf(PerSyntax per, Quantity found) => found switch
    {
        Quantity.Truth => TruthInArithmetic("per", per.Operand),
        Quantity.Rate => At(per, "'per' takes a number, and this is a rate already", $"write '{Written(per.Operand)}'"),
        _ => At(per, "'per' takes a number, and this is a duration",
            $"write '{Operand(per.Operand)} / 1 {per.Unit}' for a plain number"),
    };

    /// <summary>Why two types cannot be compared, or null if they can.</summary>
    public Problem? Incomparable(BinarySyntax syntax, Quantity left, Quantity right)
    {
        var symbol = syntax.Symbol.Text;
        if (left == right)
        {
            return left == Quantity.Truth && Arithmetic.IsOrdering(syntax.Operator)
                ? At(syntax, $"truths have no order for '{symbol}'", "join them with 'and', 'or' and 'not'")
                : null;
        }

        if (left == Quantity.Truth || right == Quantity.Truth)
        {
            var truth = Written(left == Quantity.Truth ? syntax.Left : syntax.Right);
            return At(syntax, $"'{symbol}' compares {Quantities.Described(left)} with {Quantities.Described(right)}",
                $"a truth stands by itself: write '{truth}' or 'not ({truth})'");
        }

        return At(syntax, $"'{symbol}' compares {Quantities.Described(left)} with {Quantities.Described(right)}",
            Mend(syntax.Left, left, syntax.Right, right));
    }

    public Problem Mixture(BinarySyntax syntax, Quantity left, Quantity right)
    {
        var symbol = syntax.Symbol.Text;
        if (left == Quantity.Truth || right == Quantity.Truth)
        {
            return TruthInArithmetic(symbol, left == Quantity.Truth ? syntax.Left : syntax.Right);
        }

        return At(
            syntax,
            $"'{symbol}' cannot join {Quantities.Described(left)} and {Quantities.Described(right)}",
            syntax.Operator switch
            {
                BinaryOperator.Add or BinaryOperator.Subtract => Mend(syntax.Left, left, syntax.Right, right),
                BinaryOperator.Power when left != Quantity.Number => Conversion(syntax.Left, left, Quantity.Number),
                BinaryOperator.Power => Conversion(syntax.Right, right, Quantity.Number),
                _ => "number / duration = rate, number / rate = duration, rate * duration = number, like / like = number",
            });
    }

    public static Problem UnknownFunction(CallSyntax call, bool isName)
    {
        var name = call.Name.Text;
        var nearest = Suggestions.Nearest(name, Functions.All.Select(function => function.Name)
            .Concat(Distributions.All.Select(distribution => distribution.Name)));
        return At(call.Name, isName ? $"'{name}' is not a function" : $"unknown function '{SyntaxMessages.Shortened(name)}'",
            isName ? $"write '{name} * ('"
            : nearest is not null ? $"did you mean '{nearest}'?"
            : $"functions are {string.Join(", ", Functions.All.Select(function => function.Name))}");
    }

    public static Problem DrawOutsideSite(CallSyntax call, string noun) =>
        At(call.Name, $"{noun} cannot be drawn: '{call.Name.Text}' is a distribution", DrawSites);

    public static Problem LabelInFunction(Syntax label, FunctionDescription function) =>
        At(label, $"the arguments of '{function.Name}' have no names", $"write '{function.Signature}'; '==' compares");

    public static Problem WrongCount(CallSyntax call, FunctionDescription function)
    {
        var count = call.Arguments.Length == 1 ? "1 argument was"
            : FormattableString.Invariant($"{call.Arguments.Length} arguments were");
        return At(call, $"'{function.Name}' is written '{function.Signature}', but {count} given", null);
    }

    public Problem NotANumber(FunctionDescription function, Syntax value, Quantity found) => found == Quantity.Truth
        ? TruthInArithmetic(function.Name, value)
        : At(value, $"'{function.Name}' takes a number, and this is {Quantities.Described(found)}",
            Conversion(value, found, Quantity.Number));

    public Problem Unlike(FunctionDescription function, Syntax first, Quantity firstFound, Syntax other, Quantity otherFound) =>
        At(
        other, $"'{function.Name}' takes values of one type: {Beside(firstFound, otherFound)}",
        firstFound == Quantity.Truth || otherFound == Quantity.Truth
            ? $"compare the number: '{Written(firstFound == Quantity.Truth ? other : first)} != 0'"
            : Mend(first, firstFound, other, otherFound));

    public static Problem MissingParameters(CallSyntax call, Distribution distribution,
        ImmutableArray<DistributionParameter> missing) => At(
        call, $"'{distribution.Name}' lacks {string.Join(" and ", missing.Select(parameter => $"'{parameter.Name}='"))}",
        $"write '{distribution.Signature}'");

    public Problem NamelessParameter(Syntax value, Distribution distribution) => At(
        value, $"the parameters of '{distribution.Name}' have names",
        distribution.Parameters.Length == 1 ? $"write '{distribution.Name}({distribution.Parameters[0].Name}={Written(value)})'"
            : $"write '{distribution.Signature}'");

    public static Problem DuplicateParameter(Syntax label, Distribution distribution) =>
        At(label, $"'{distribution.Name}' is given this parameter twice", $"write '{distribution.Signature}'");

    public Problem UnknownParameter(Syntax label, Distribution distribution)
    {
        var nearest = Suggestions.Nearest(Written(label), distribution.Parameters.Select(parameter => parameter.Name));
        return At(label, $"'{distribution.Name}' has no parameter '{Written(label)}'",
            nearest is null ? $"write '{distribution.Signature}'"
                : $"did you mean '{nearest}'? Write '{distribution.Signature}'");
    }

    public Problem WrongParameter(
        Distribution distribution, DistributionParameter parameter, Syntax value, Quantity found, Quantity expected) => At(
        value,
        $"'{parameter.Name}' of {distribution.Name} is {Quantities.Described(expected)} here, "
            + $"and this is {Quantities.Described(found)}",
        found == Quantity.Truth ? $"write 'if({Written(value)}, 1, 0)'" : Conversion(value, found, expected));

    public static Problem IllegalParameter(Distribution distribution, DistributionParameter parameter, Syntax value,
        ConstantNode constant)
    {
        var (low, high) = (parameter.Range.Low, parameter.Range.High);
        var legal = double.IsFinite(high) ? FormattableString.Invariant($"from {low:R} to {high:R}")
            : parameter.IsOpen ? FormattableString.Invariant($"above {low:R}")
            : low == 0 ? "not negative"
            : FormattableString.Invariant($"at least {low:R}");
        var found = FaultText.Number(constant.Value, constant.Quantity);
        return At(value, $"{parameter.Name} of {distribution.Name} must be {legal}, but is {found}", null);
    }

    public static Problem EmptyChoice(CallSyntax call) =>
        At(call, "'choice' has nothing to choose from", "write 'choice(0=0.1, 1=0.9)'");

    public Problem ValueWithoutWeight(Syntax value) =>
        At(value, "a value of 'choice' lacks its weight", $"write '{Written(value)}=1'");

    public Problem WrongChoice(Syntax syntax, Quantity found, Quantity? expected) => expected is null
        ? TruthInArithmetic("choice", syntax)
        : At(syntax, $"'choice' takes values of one type: {Beside(expected.Value, found)}",
            Conversion(syntax, found, expected.Value));

    public Problem ChoiceNotConstant(Syntax syntax) => At(
        syntax, "the values of 'choice' are constants; its weights may vary", $"write 'value=weight', not '{Written(syntax)}='");

    public Problem WrongWeight(Syntax syntax, Quantity found) =>
        At(syntax, $"a weight is a number, and this is {Quantities.Described(found)}",
            Conversion(syntax, found, Quantity.Number));

    private static string Beside(Quantity first, Quantity other) =>
        $"{Quantities.Described(first)} stands beside {Quantities.Described(other)}";

    /// <summary>How to make two types one: the number gets the unit of the other.</summary>
    private string Mend(Syntax left, Quantity leftFound, Syntax right, Quantity rightFound) =>
        leftFound == Quantity.Number ? Conversion(left, leftFound, rightFound)
        : rightFound == Quantity.Number ? Conversion(right, rightFound, leftFound)
        : "the mean time between events of a rate is '1 / rate'";

    /// <summary>How to make one type of another.</summary>
    private string Conversion(Syntax syntax, Quantity found, Quantity expected) => (found, expected) switch
    {
        (Quantity.Truth, _) => $"write 'if({Written(syntax)}, 1, 0)'",
        (Quantity.Number, Quantity.Duration) =>
            IsLiteral(syntax) ? $"write '{Written(syntax)} d'" : $"write '{Operand(syntax)} * 1 d'",
        (Quantity.Number, Quantity.Rate) => $"write '{Sum(syntax)} per d'",
        (Quantity.Duration, Quantity.Number) => $"write '{Operand(syntax)} / 1 d' for a plain number",
        (Quantity.Rate, Quantity.Number) => $"write '{Bracketed(syntax)} * 1 d' for a plain number",
        (Quantity.Rate, Quantity.Duration) => $"the mean time between events of a rate is '1 / {Bracketed(syntax)}'",
        (Quantity.Duration, Quantity.Rate) => $"once in that time is '1 / {Bracketed(syntax)}'",
        _ => $"compare it: '{Written(syntax)} > {Zero(found)}'",
    };

    private static string Zero(Quantity quantity) => FaultText.Number(0, quantity);

    private static bool IsLiteral(Syntax syntax) => syntax is NumberSyntax or UnarySyntax { Operand: NumberSyntax };

    private string Bracketed(Syntax syntax) =>
        syntax is NumberSyntax or NameSyntax or CallSyntax or BracketSyntax ? Written(syntax) : $"({Written(syntax)})";

    // As an operand of * and /.
    private string Operand(Syntax syntax) =>
        syntax is BinarySyntax { Operator: BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Power }
            ? Written(syntax) : Bracketed(syntax);

    // As an operand of per.
    private string Sum(Syntax syntax) => IsLiteral(syntax) ? Written(syntax) : Operand(syntax);

    private string Written(Syntax syntax) => SyntaxMessages.Shortened(text.AsSpan(syntax.Start, syntax.Length));

    private static Problem At(Syntax syntax, string message, string? hint) => new(syntax.Start, syntax.Length, message, hint);

    private static Problem At(Token token, string message, string? hint) => new(token.Start, token.Length, message, hint);
}
