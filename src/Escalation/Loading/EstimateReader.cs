using System.Collections.Immutable;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Loading;

/// <summary>Reads formulas of estimates, <c>probability(war) + 0.1 * mean(losses)</c>: what tuning minimises and calibration
/// fits. They are about many histories, so what a single one has stands within an estimator.</summary>
/// <param name="names">The names that it may use.</param>
/// <param name="text">The formula as written, on one line.</param>
/// <param name="tell">Takes what is wrong.</param>
internal sealed class EstimateReader(EstimateNames names, string text, Action<Problem> tell)
{
    private const string OfChance = "probability";

    private static readonly string[] Estimators = [OfChance, "mean", "median", "quantile", "cvar"];

    // The last argument of these says which part of the histories is meant.
    private static readonly string[] WithPart = ["quantile", "cvar"];

    private readonly List<Estimate> estimates = [];
    private int problems;

    /// <summary>Reads a formula of a file.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="text">The formula as written.</param>
    internal EstimateReader(Draft draft, YamlScalar text)
        : this(
            EstimateNames.Of(draft),
            text.Value.Replace('\n', ' ').Replace('\r', ' '),
            problem => draft.List.Error(
                Spans.Inside(draft.Source, text, problem.Start, Math.Max(1, problem.Length)), problem.Message, problem.Hint))
    {
    }

    private IEnumerable<string> ResultNames => names.Measures.Concat(names.Outcomes);

    /// <summary>Reads an objective, which estimates something.</summary>
    /// <returns>The formula; null if it is broken, which is told.</returns>
    public EstimateFormula? ReadObjective() => Typed() is not { } root
        ? null
        : root.Quantity != Quantity.Truth ? new(text.Trim(), root, [.. estimates])
        : Refuse(0, text.Length, "an objective is a number, this is a truth", "leave the comparison out");

    /// <summary>Reads a constraint, a comparison of estimates.</summary>
    /// <returns>The constraint; null if it is broken, which is told.</returns>
    public Constraint? ReadConstraint()
    {
        if (Typed() is not { } root)
        {
            return null;
        }

        (Node Great, Node Small)? sides = root is not BinaryNode comparison ? null : comparison.Operator switch
        {
            BinaryOperator.LessOrEqual or BinaryOperator.Less => (comparison.Left, comparison.Right),
            BinaryOperator.GreaterOrEqual or BinaryOperator.Greater => (comparison.Right, comparison.Left),
            _ => null,
        };
        if (sides is not var (great, small))
        {
            Refuse(0, text.Length, "a constraint is a comparison", "write 'mean(losses) <= 3' or 'probability(war) <= 0.05'");
            return null;
        }

        var excess = new BinaryNode(BinaryOperator.Subtract, great, small, great.Quantity);
        return new(text.Trim(), new(text.Trim(), excess, [.. estimates]));
    }

    /// <summary>Checks what was observed, which may also be a number of one history.</summary>
    public void CheckObserved()
    {
        if (Parse() is { } root)
        {
            Check(root, isObjective: false);
        }
    }

    // Names and shape are judged first, for what can be said of them is plainer than what types can say.
    private Node? Typed()
    {
        if (Parse() is not { } syntax)
        {
            return null;
        }

        Check(syntax, isObjective: true);
        if (problems > 0)
        {
            return null;
        }

        if (estimates.Count == 0)
        {
            Refuse(
                0,
                text.Length,
                $"{Quote.Of(text.Trim())} estimates nothing",
                $"write one of {string.Join(", ", Estimators)}: 'probability(outcome)'");
            return null;
        }

        var found = ImmutableArray.CreateBuilder<Problem>();
        var site = new FormulaSite(names.Scope(estimates), Expected: null, AllowsDraws: false, "an objective");
        var place = 0;
        var root = new FormulaTyper(text, site, found).Root(Standing(syntax, ref place));
        foreach (var problem in found.Where(problem => problem.Message != Formulas.Unsaid.Problem))
        {
            Tell(problem);
        }

        return found.Count == 0 ? root : null;
    }

    // In the order in which they were checked.
    private static Syntax Standing(Syntax syntax, ref int place)
    {
        switch (syntax)
        {
            case UnarySyntax unary:
                return unary with { Operand = Standing(unary.Operand, ref place) };
            case BinarySyntax binary:
                var left = Standing(binary.Left, ref place);
                return binary with { Left = left, Right = Standing(binary.Right, ref place) };
            case PerSyntax per:
                return per with { Operand = Standing(per.Operand, ref place) };
            case BracketSyntax bracket:
                return bracket with { Inner = Standing(bracket.Inner, ref place) };
            case CallSyntax call when Estimators.Contains(call.Name.Text):
                return EstimateNames.Standing(call, place++);
            case CallSyntax call:
                var arguments = ImmutableArray.CreateBuilder<ArgumentSyntax>();
                foreach (var argument in call.Arguments)
                {
                    arguments.Add(argument with { Value = Standing(argument.Value, ref place) });
                }

                return call with { Arguments = arguments.ToImmutable() };
            default:
                return syntax;
        }
    }

    private Syntax? Parse()
    {
        if (text.Length > FormulaReader.LengthLimit)
        {
            Tell(SyntaxMessages.TooLong(text.Length, FormulaReader.LengthLimit));
            return null;
        }

        var found = ImmutableArray.CreateBuilder<Problem>();
        var tokens = Tokenizer.Tokens(text, found);
        var root = found.Count == 0 ? FormulaParser.Parse(text, tokens, found) : null;
        foreach (var problem in found)
        {
            Tell(problem);
        }

        return root;
    }

    // The parser bounds the depth of what is written here.
    private void Check(Syntax syntax, bool isObjective)
    {
        switch (syntax)
        {
            case UnarySyntax unary:
                Check(unary.Operand, isObjective);
                break;
            case BinarySyntax binary:
                Check(binary.Left, isObjective);
                Check(binary.Right, isObjective);
                break;
            case PerSyntax per:
                Check(per.Operand, isObjective);
                break;
            case BracketSyntax bracket:
                Check(bracket.Inner, isObjective);
                break;
            case CallSyntax call:
                CheckCall(call, isObjective);
                break;
            case NameSyntax name:
                CheckName(name, isObjective);
                break;
            case IsSyntax state:
                Error(state, "a condition is a state of one history", "count it by a measure: '{time: truce is holds}'");
                break;
            default:
                break;
        }
    }

    private void CheckCall(CallSyntax call, bool isObjective)
    {
        if (Estimators.Contains(call.Name.Text))
        {
            CheckEstimator(call);
        }
        else if (Functions.Find(call.Name.Text) is not null)
        {
            foreach (var argument in call.Arguments)
            {
                Check(argument.Value, isObjective);
            }
        }
        else
        {
            Tell(new Problem(
                call.Name.Start,
                call.Name.Length,
                $"unknown estimator {Quote.Of(call.Name.Text)}",
                names.Near(call.Name.Text, "Estimators", Estimators)));
        }
    }

    private void CheckEstimator(CallSyntax call)
    {
        var name = call.Name.Text;
        var hasPart = WithPart.Contains(name);
        if (call.Arguments.Length != (hasPart ? 2 : 1))
        {
            Error(
                call,
                hasPart ? $"'{name}' takes a measure or outcome and a part of the histories"
                    : $"'{name}' takes one {(name == OfChance ? "outcome" : "measure or outcome")}",
                hasPart ? $"write '{name}(losses, 0.9)'" : $"write '{name}({(name == OfChance ? "war" : "losses")})'");
            return;
        }

        var (isOfOutcome, index) = CheckEstimated(name, call.Arguments[0]);
        var part = hasPart ? CheckPart(call.Arguments[1]) : double.NaN;
        estimates.Add(new((Estimator)Array.IndexOf(Estimators, name), isOfOutcome, index, part));
    }

    private (bool IsOfOutcome, int Index) CheckEstimated(string estimator, ArgumentSyntax argument)
    {
        var ofChance = estimator == OfChance;
        if (argument is not { Label: null, Value: NameSyntax name })
        {
            Error(
                argument.Label ?? argument.Value,
                $"'{estimator}' takes the name of {(ofChance ? "an outcome" : "a measure or outcome")} here",
                ofChance ? "name the truth as an outcome" : "name the formula as a measure: '{level: formula}'");
            return (false, -1);
        }

        var measure = EstimateNames.Find(names.Measures, name.Text);
        var outcome = EstimateNames.Find(names.Outcomes, name.Text);
        var isMeasure = measure >= 0;
        if (ofChance && isMeasure)
        {
            Error(name, $"{Quote.Of(name.Text)} is a measure, and 'probability' is of an outcome", "write 'mean' for a measure");
        }
        else if (!isMeasure && outcome < 0 && !names.LacksNames)
        {
            Error(
                name,
                $"unknown measure or outcome {Quote.Of(name.Text)}",
                ofChance ? names.Near(name.Text, $"Outcomes of {names.Place}", names.Outcomes)
                    : names.Near(name.Text, $"Measures and outcomes of {names.Place}", ResultNames));
        }

        return isMeasure ? (false, measure) : (true, outcome);
    }

    private double CheckPart(ArgumentSyntax argument)
    {
        var isPart = argument.Value is NumberSyntax { Unit: "", Value: > 0 and < 1 };
        if (!isPart || argument.Label is not (null or NameSyntax { Text: "q" }))
        {
            Error(argument.Value, "a part of the histories is a number between 0 and 1", "write '0.9' for nine of ten");
        }

        return isPart ? ((NumberSyntax)argument.Value).Value : double.NaN;
    }

    // Levers and uncertainties are the same in all histories that an estimate is about.
    private void CheckName(NameSyntax name, bool isObjective)
    {
        if (EstimateNames.Find(names.Parameters, name.Text) >= 0 || names.LacksNames)
        {
            return;
        }

        var isMeasure = EstimateNames.Find(names.Measures, name.Text) >= 0;
        if (!isMeasure && EstimateNames.Find(names.Outcomes, name.Text) < 0)
        {
            Error(
                name,
                $"unknown name {Quote.Of(name.Text)}",
                isObjective ? names.Near(name.Text, $"Levers and uncertainties of {names.Place}", names.Parameters)
                    : names.Near(
                        name.Text, $"Results, levers and uncertainties of {names.Place}", ResultNames.Concat(names.Parameters)));
        }
        else if (isObjective)
        {
            var estimate = isMeasure ? $"mean({name.Text})" : $"{OfChance}({name.Text})";
            Error(
                name,
                $"{Quote.Of(name.Text)} estimates nothing: each history has its own",
                $"write one of {string.Join(", ", Estimators)}: '{estimate}'");
        }
    }

    private void Error(Syntax where, string message, string hint) =>
        Tell(new Problem(where.Start, where.Length, message, hint));

    private EstimateFormula? Refuse(int start, int length, string message, string hint)
    {
        Tell(new Problem(start, length, message, hint));
        return null;
    }

    private void Tell(Problem problem)
    {
        problems++;
        tell(problem);
    }
}
