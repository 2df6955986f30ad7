using System.Text;
using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Tests.Language;

internal sealed class FormulaReaderFuzzTests
{
    private static readonly string[] Pieces =
    [
        "fear", "doubt", "iran.grievance", "pause", "tempo", "spiral", "war", "quiet", "day", "first_death", "nobody", "event.",
            ".",
        "1", "0", "2.5", "1e3", "1e-400", ".5", "1e999", "2 d", "3h", "min", "h", "d", "w", "per", "per d", "is", "not", "and",
            "or", "true",
        "min(", "max(", "if(", "step(", "clip(", "exp(", "log(", "abs(", "(", "(", ")", ")", ",", ",", "=", "mean=", "p=",
            "low=", "shape=",
        "exponential(", "choice(", "bernoulli(", "uniform(", "poisson(", "+", "-", "*", "/", "^", "==", "!=", "<", "<=", ">",
            ">=", " ", "\t", "\n",
        "&", "é", "\uD83D", "😀", "\0", "−", "\"", "[", "{", "#", "ß", "İ",
    ];

    private static readonly string[] Values = ["fear", "doubt", "2", "0.5", "pause", "3 d", "tempo", "spiral", "day",
        "first_death", "exponential(mean=2)"];

    [Test]
    public void No_heap_of_pieces_makes_the_reader_throw()
    {
        var stream = new KeyedStream(Key.Mix(1));
        for (var round = 0; round < 30_000; round++)
        {
            var text = new StringBuilder();
            var count = (int)(stream.NextUniform() * 24);
            for (var piece = 0; piece < count; piece++)
            {
                text.Append(Pieces[(int)(stream.NextUniform() * Pieces.Length)]);
                text.Append(stream.NextUniform() < 0.5 ? " " : "");
            }

            Check(text.ToString(), ref stream);
        }
    }

    [Test]
    public void No_heap_of_characters_makes_the_reader_throw()
    {
        var stream = new KeyedStream(Key.Mix(2));
        for (var round = 0; round < 3000; round++)
        {
            var length = (int)Math.Pow(4200, stream.NextUniform());
            var text = new StringBuilder(length);
            var ascii = stream.NextUniform() < 0.7;
            for (var index = 0; index < length; index++)
            {
                text.Append((char)(int)(stream.NextUniform() * (ascii ? 128 : 65536)));
            }

            Check(text.ToString(), ref stream);
        }
    }

    [Test]
    public void No_expression_with_its_brackets_in_order_makes_the_reader_throw()
    {
        var stream = new KeyedStream(Key.Mix(3));
        var read = 0;
        for (var round = 0; round < 20_000; round++)
        {
            read += Check(Expression(ref stream, 4), ref stream) ? 1 : 0;
        }

        Assert.That(read, Is.GreaterThan(1000), "The fuzz should also make expressions that can be read.");
    }

    [TestCase("(", 10_000)]
    [TestCase("min(", 1000)]
    [TestCase("1+", 2000)]
    [TestCase("not ", 1000)]
    [TestCase("a.", 2000)]
    [TestCase("if(spiral,fear,", 250)]
    public void Long_repetitions_do_no_harm(string piece, int count)
    {
        var stream = new KeyedStream(1);
        Check(string.Concat(Enumerable.Repeat(piece, count)), ref stream);
    }

    // What was read can be evaluated, folded, bounded and compiled, with a value or a fault.
    private static bool Check(string text, ref KeyedStream stream)
    {
        Quantity? expected = stream.NextUniform() < 0.3 ? Quantity.Truth : null;
        var reading = TestScope.Read(text, expected, allowsDraws: stream.NextUniform() < 0.7);
        Assert.That(reading.Root is null, Is.EqualTo(!reading.Problems.IsEmpty), text);
        foreach (var problem in reading.Problems)
        {
            Assert.That(problem.Start, Is.InRange(0, text.Length), text);
            Assert.That(problem.Length, Is.GreaterThan(0), text);
            Assert.That(problem.Start + problem.Length, Is.LessThanOrEqualTo(text.Length + 1), text);
            Assert.That(problem.Message, Is.Not.Empty, text);
        }

        if (reading.Root is not { } root)
        {
            return false;
        }

        var values = new TreeMaker(stream.NextBits()).Values();
        var value = Evaluated.Interpreted(root, values, 5);
        Assert.That(Evaluated.Interpreted(Folding.Fold(root, _ => null), values, 5), Is.EqualTo(value), text);
        Assert.That(value.Bits is not { } bits
            || Intervals.Evaluate(root, variable => variable.Kind == VariableKind.Condition ? Bounds.Point(1)
            : Bounds.Point(values[TestReadings.Index(variable)])).Contains(BitConverter.Int64BitsToDouble(bits)), text);
        return true;
    }

    private static string Expression(ref KeyedStream stream, int depth)
    {
        string[] operators = ["+", "-", "*", "/", "^", "<", ">=", "==", "and", "or"];
        var kind = stream.NextUniform();
        if (depth == 0 || kind < 0.25)
        {
            return Values[(int)(stream.NextUniform() * Values.Length)];
        }

        var operation = operators[(int)(stream.NextUniform() * operators.Length)];
        var (a, b, c) = (Expression(ref stream, depth - 1), Expression(ref stream, depth - 1), Expression(ref stream, depth - 1));
        return kind < 0.6 ? $"{a} {operation} {b}"
            : kind < 0.7 ? $"({a})"
            : kind < 0.75 ? $"not {a}"
            : kind < 0.8 ? $"-{a}"
            : kind < 0.9 ? $"min({a}, {b})"
            : $"if({a}, {b}, {c})";
    }
}
