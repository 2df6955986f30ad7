using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>A folded formula ready to be evaluated in a world: a known number, or code.</summary>
internal readonly struct Evaluation
{
    private readonly double constant;
    private readonly FormulaCode? code;

    /// <summary>A known number.</summary>
    public Evaluation(double constant)
    {
        this.constant = constant;
        Node = new ConstantNode(constant, Quantity.Number);
    }

    /// <summary>A formula.</summary>
    public Evaluation(Node node, Translation translation)
    {
        Node = node;
        code = new FormulaCode(node, translation);
    }

    /// <summary>The folded tree.</summary>
    public Node Node { get; }

    /// <summary>True if the value is the same in every world.</summary>
    public bool IsConstant => code is null;

    /// <summary>The value, if it is a known one.</summary>
    public double Constant => constant;

    /// <summary>The value in the present state of a world, with the registers of its step set.</summary>
    public double In(World world) => code is null ? constant : code.Run(world);

    /// <summary>True if it is known to be this number.</summary>
    public bool Is(double value) => code is null && constant == value;
}
