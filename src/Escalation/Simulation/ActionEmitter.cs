using static System.Linq.Expressions.Expression;

namespace Escalation.Simulation;

/// <summary>Draws the fields of an act.</summary>
/// <param name="world">The world, its registers set to the act.</param>
/// <param name="stem">Stem of the key of the act.</param>
internal delegate void ActionCode(World world, ulong stem);

/// <summary>Writes the code of an action's draws, one after the other, each from a stream of its own.</summary>
internal static class ActionEmitter
{
    /// <summary>Compiles the draws.</summary>
    /// <param name="action">The action.</param>
    public static ActionCode Compile(ActionProgram action)
    {
        var streams = new StreamEmitter();
        var world = streams.Reads.Context;
        var stem = Parameter(typeof(ulong), "stem");
        var draws = action.Draws.Select(draw => Assign(
            ArrayAccess(streams.Reads.Fields, Add(streams.Reads.EventFields, Constant(draw.Index))),
            streams.Value(draw.Value.Node, stem, Constant(draw.Name))));
        return Lambda<ActionCode>(Block(typeof(void), [streams.Stream], [.. draws, Empty()]), world, stem).Compile();
    }
}
