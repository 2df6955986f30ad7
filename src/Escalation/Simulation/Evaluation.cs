using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>A folded formula ready to be evaluated in a world: a known number, or code, which is interpreted until it has been
/// asked for often.</summary>
internal sealed class Evaluation
{
    private readonly Heat? heat;
    private Func<World, double>? code;

    /// <summary>A known number.</summary>
    public Evaluation(double constant)
    {
        Constant = constant;
        Node = new ConstantNode(constant, Quantity.Number);
    }

    /// <summary>A formula.</summary>
    /// <param name="node">The folded tree.</param>
    /// <param name="translation">When it is compiled.</param>
    public Evaluation(Node node, Translation translation)
    {
        Node = node;
        heat = new Heat(translation);
        code = translation == Translation.AtOnce ? Compile() : Interpret;
    }

    /// <summary>The number 0.</summary>
    public static Evaluation Zero { get; } = new(0);

    /// <summary>The folded tree.</summary>
    public Node Node { get; }

    /// <summary>True if the value is the same in every world.</summary>
    public bool IsConstant => code is null;

    /// <summary>The value, if it is a known one.</summary>
    public double Constant { get; }

    /// <summary>The value in the present state of a world, with the registers of its step set.</summary>
    public double In(World world) => code is null ? Constant : code(world);

    /// <summary>True if it is known to be this number.</summary>
    public bool Is(double value) => code is null && Constant == value;

    private double Interpret(World world)
    {
        if (heat!.Rises())
        {
            code = Compile();
        }

        return Interpreter.Evaluate(Node, world, ref world.Stream);
    }

    private Func<World, double> Compile() => FormulaCompiler.Compile<World>(Node, new WorldEmitter());
}
