using Escalation.Language;

namespace Escalation.Loading;

/// <summary>Reads chances: numbers from 0 to 1.</summary>
internal static class Chances
{
    /// <summary>Reads a chance; one that is constant and outside [0, 1] is refused, any other is checked in the run.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="node">The node; null gives null.</param>
    /// <param name="scope">The names that it may read.</param>
    /// <param name="noun">What it is.</param>
    /// <returns>The chance, or null.</returns>
    public static Formula? Read(Draft draft, YamlNode? node, IScope scope, string noun)
    {
        var chance = Formulas.Read(draft, node, scope, Quantity.Number, noun);
        if (chance?.Root is ConstantNode { Value: < 0 or > 1 } constant)
        {
            draft.List.Error(
                chance.Where,
                FormattableString.Invariant($"{noun} lies between 0 and 1, this is {constant.Value:R}"),
                "write a share: 80 % is 0.8");
        }

        return chance;
    }
}
