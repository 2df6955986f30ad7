using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Escalation.Language;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>Writes down what a rule is, but for its title and for what it listens to: equal texts are equal rules.</summary>
internal sealed class RuleText
{
    private readonly StringBuilder text = new();

    private RuleText()
    {
    }

    /// <summary>The text of a rule.</summary>
    public static string Of(Rule rule)
    {
        var writer = new RuleText();
        writer.Write(rule);
        return writer.text.ToString();
    }

    private void Write(Rule rule)
    {
        text.Append(rule.NeedsDoer ? 'd' : '-').Append(rule.NeedsTarget ? 't' : '-');
        Write(rule.Occasion);
        WriteAll("if", rule.If, rule.Chance, rule.After, rule.Unless);
        if (rule.Limits is { } limits)
        {
            WriteAll("limits", limits.Pending, limits.Cooldown, limits.AtMost, limits.Within);
        }

        foreach (var effect in rule.Do)
        {
            Write(effect);
        }
    }

    private void Write(Occasion occasion)
    {
        switch (occasion)
        {
            case RateOccasion rate:
                WriteAll("rate", rate.Rate);
                break;
            case EveryOccasion every:
                WriteAll("every", every.Interval);
                break;
            case AtOccasion at:
                WriteAll("at", [.. at.Times]);
                break;
            case WhenOccasion becoming:
                WriteAll("when", becoming.Truth);
                break;
            default:
                text.Append("upon");
                break;
        }
    }

    private void Write(Effect effect)
    {
        switch (effect)
        {
            case ActEffect act:
                text.Append(CultureInfo.InvariantCulture, $" act {act.Action}");
                Write(act.Against);
                WriteAll("times", act.Times, act.Spaced);
                foreach (var field in act.With)
                {
                    text.Append(CultureInfo.InvariantCulture, $" {field.Field}=");
                    Write(field.Value.Root);
                }

                break;
            case SetEffect set:
                Write("set", set.Changes);
                break;
            case AddEffect add:
                Write("add", add.Changes);
                break;
            case SwitchEffect switching:
                foreach (var part in switching.Switches)
                {
                    text.Append(CultureInfo.InvariantCulture, $" switch {part.Condition}={part.State}");
                }

                break;
            case NoteEffect note:
                text.Append(CultureInfo.InvariantCulture, $" note {note.Text.Length} {note.Text}");
                break;
            default:
                // Which rules are cancelled is each actor's own.
                text.Append(" cancel");
                break;
        }
    }

    private void Write(string verb, ImmutableArray<LevelChange> changes)
    {
        foreach (var change in changes)
        {
            text.Append(CultureInfo.InvariantCulture, $" {verb} {change.Level}=");
            Write(change.Value.Root);
        }
    }

    private void Write(Aim? aim)
    {
        switch (aim)
        {
            case null:
                break;
            case ActorAim named:
                text.Append(CultureInfo.InvariantCulture, $" at {named.Actor}");
                break;
            case PlacedAim placed:
                text.Append(CultureInfo.InvariantCulture, $" at #{placed.Place}");
                break;
            case RelativeAim relative:
                text.Append(CultureInfo.InvariantCulture, $" at {relative.Relation}");
                break;
            case WeightedAim weighted:
                foreach (var option in weighted.Options)
                {
                    Write(option.Aim);
                    text.Append(':');
                    Write(option.Weight.Root);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(aim), aim, "Every aim has a text.");
        }
    }

    private void WriteAll(string name, params ReadOnlySpan<Formula?> formulas)
    {
        text.Append(' ').Append(name);
        foreach (var formula in formulas)
        {
            text.Append(' ');
            if (formula is not null)
            {
                Write(formula.Root);
            }
        }
    }

    private void Write(Node node)
    {
        text.Append((int)node.Quantity);
        switch (node)
        {
            case ConstantNode constant:
                text.Append(CultureInfo.InvariantCulture, $"={constant.Value:R}");
                break;
            case VariableNode { Variable: var variable }:
                text.Append(CultureInfo.InvariantCulture, $"v{(int)variable.Kind}.{variable.Index}.{variable.Owner}");
                break;
            case UnaryNode unary:
                WriteOperation('u', (int)unary.Operator, unary.Operand);
                break;
            case BinaryNode binary:
                WriteOperation('b', (int)binary.Operator, binary.Left, binary.Right);
                break;
            case CallNode call:
                WriteOperation('c', (int)call.Function, call.Arguments.AsSpan());
                break;
            case DrawNode draw:
                text.Append(draw.Distribution.Name).AppendJoin(';', draw.Values.Select(Written));
                WriteOperation('d', draw.Parameters.Length, draw.Parameters.AsSpan());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "Every node has a text.");
        }

        static string Written(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }

    private void WriteOperation(char kind, int which, params ReadOnlySpan<Node> operands)
    {
        text.Append(kind).Append(which).Append('(');
        foreach (var operand in operands)
        {
            Write(operand);
            text.Append(',');
        }

        text.Append(')');
    }
}
