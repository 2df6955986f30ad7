using System.Collections.Immutable;
using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Checks formulas of estimates, <c>probability(war) + 0.1 * mean(losses)</c>: what tuning minimises and calibration
/// fits. They are about many histories, so what a single one has stands within an estimator.</summary>
/// <param name="draft">The scenario.</param>
/// <param name="text">The formula as written.</param>
internal sealed class EstimateReader(Draft draft, YamlScalar text)
{
    private const string OfChance = "probability";

    private static readonly string[] Estimators = [OfChance, "mean", "median", "quantile", "cvar"];

    // The last argument of these says which part of the histories is meant.
    private static readonly string[] WithPart = ["quantile", "cvar"];

    private bool estimates;

    private IEnumerable<string> ResultNames => draft.Measures.Names.Concat(draft.Outcomes.Names);

    /// <summary>Checks an objective, which estimates something.</summary>
    public void CheckObjective()
    {
        var errors = draft.List.ErrorCount;
        if (Parse() is not { } root)
        {
            return;
        }

        Check(root, isObjective: true);
        if (draft.List.ErrorCount > errors)
        {
            return;
        }

        if (!estimates)
        {
            draft.List.Error(
                text.Where,
                $"{Quote.Of(text.Value)} estimates nothing",
                $"write one of {string.Join(", ", Estimators)}: 'probability(outcome)'");
        }
        else if (IsTruth(root))
        {
            draft.List.Error(text.Where, "an objective is a number, this is a truth", "leave the comparison out");
        }
    }

    /// <summary>Checks what was observed, which may also be a number of one history.</summary>
    public void CheckObserved()
    {
        if (Parse() is { } root)
        {
            Check(root, isObjective: false);
        }
    }

    private Syntax? Parse()
    {
        var line = text.Value.Replace('\n', ' ').Replace('\r', ' ');
        if (line.Length > FormulaReader.LengthLimit)
        {
            Tell(SyntaxMessages.TooLong(line.Length, FormulaReader.LengthLimit));
            return null;
        }

        var problems = ImmutableArray.CreateBuilder<Problem>();
        var tokens = Tokenizer.Tokens(line, problems);
        var root = problems.Count == 0 ? FormulaParser.Parse(line, tokens, problems) : null;
        foreach (var problem in problems)
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
            estimates = true;
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
                draft.List.Near(call.Name.Text, "Estimators", Estimators)));
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

        CheckEstimated(name, call.Arguments[0]);
        if (hasPart)
        {
            CheckPart(call.Arguments[1]);
        }
    }

    private void CheckEstimated(string estimator, ArgumentSyntax argument)
    {
        var ofChance = estimator == OfChance;
        if (argument is not { Label: null, Value: NameSyntax name })
        {
            Error(
                argument.Label ?? argument.Value,
                $"'{estimator}' takes the name of {(ofChance ? "an outcome" : "a measure or outcome")} here",
                ofChance ? "name the truth as an outcome" : "name the formula as a measure: '{level: formula}'");
            return;
        }

        var isMeasure = draft.Measures.Find(name.Text) >= 0;
        if (ofChance && isMeasure)
        {
            Error(name, $"{Quote.Of(name.Text)} is a measure, and 'probability' is of an outcome", "write 'mean' for a measure");
        }
        else if (!isMeasure && draft.Outcomes.Find(name.Text) < 0 && !draft.LacksNames)
        {
            Error(
                name,
                $"unknown measure or outcome {Quote.Of(name.Text)}",
                ofChance ? draft.List.Near(name.Text, "Outcomes of this file", draft.Outcomes.Names)
                    : draft.List.Near(name.Text, "Measures and outcomes of this file", ResultNames));
        }
    }

    private void CheckPart(ArgumentSyntax argument)
    {
        var isPart = argument.Value is NumberSyntax { Unit: "", Value: > 0 and < 1 };
        if (!isPart || argument.Label is not (null or NameSyntax { Text: "q" }))
        {
            Error(argument.Value, "a part of the histories is a number between 0 and 1", "write '0.9' for nine of ten");
        }
    }

    // Levers and uncertainties are the same in all histories that an estimate is about.
    private void CheckName(NameSyntax name, bool isObjective)
    {
        if (draft.Parameters.Find(name.Text) >= 0 || draft.LacksNames)
        {
            return;
        }

        var isMeasure = draft.Measures.Find(name.Text) >= 0;
        if (!isMeasure && draft.Outcomes.Find(name.Text) < 0)
        {
            Error(
                name,
                $"unknown name {Quote.Of(name.Text)}",
                isObjective ? draft.List.Near(name.Text, "Levers and uncertainties of this file", draft.Parameters.Names)
                    : draft.List.Near(
                        name.Text, "Results, levers and uncertainties of this file", ResultNames.Concat(draft.Parameters.Names)));
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

    private static bool IsTruth(Syntax syntax) => syntax switch
    {
        BracketSyntax bracket => IsTruth(bracket.Inner),
        UnarySyntax unary => unary.Operator == UnaryOperator.Not,
        BinarySyntax binary => binary.Operator is not (BinaryOperator.Add or BinaryOperator.Subtract
            or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Power),
        _ => false,
    };

    private void Error(Syntax where, string message, string hint) =>
        Tell(new Problem(where.Start, where.Length, message, hint));

    private void Tell(Problem problem) => draft.List.Error(
        Spans.Inside(draft.Source, text, problem.Start, Math.Max(1, problem.Length)), problem.Message, problem.Hint);
}
