using Escalation.Language;

namespace Escalation.Simulation;

/// <summary>A folded formula, interpreted until it has been asked for often.</summary>
internal sealed class FormulaCode
{
    private readonly Node node;
    private readonly Heat heat;

    /// <summary>Prepares a formula.</summary>
    /// <param name="node">The folded tree.</param>
    /// <param name="translation">When it is compiled.</param>
    public FormulaCode(Node node, Translation translation)
    {
        this.node = node;
        heat = new Heat(translation);
        Run = translation == Translation.AtOnce ? Compile() : Interpret;
    }

    /// <summary>Its value in a world.</summary>
    public Func<World, double> Run { get; private set; }

    private double Interpret(World world)
    {
        if (heat.Rises())
        {
            Run = Compile();
        }

        return Interpreter.Evaluate(node, world, ref world.Stream);
    }

    private Func<World, double> Compile() => FormulaCompiler.Compile<World>(node, new WorldEmitter());
}
