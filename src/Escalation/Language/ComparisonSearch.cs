using Escalation.Engine;

namespace Escalation.Language;

/// <summary>Decides a truth on a stretch of time, comparison by comparison, and finds where comparisons change.</summary>
internal ref struct ComparisonSearch
{
    // Days are found more finely than they are promised, so that what is promised holds after rounding too.
    private const double ToleranceDays = Crossing.ResolutionDays / 16;

    // Two sides that differ by less than this share of their size differ by rounding as far as anybody can tell.
    private const double RoundingShare = 1e-12;

    private const int AllSigns = 7;

    private readonly Span<double> switches;
    private int count;
    private double from;
    private double to;

    public ComparisonSearch(IPath path, Span<double> switches)
    {
        Path = path;
        this.switches = switches;
    }

    public IPath Path { get; }

    /// <summary>How many trees were evaluated.</summary>
    public int Evaluations { get; set; }

    /// <summary>True if a comparison may change on the last stretch at days that were not found.</summary>
    public bool IsVague { get; private set; }

    /// <summary>The days, in order, at which comparisons change on the last stretch.</summary>
    public readonly ReadOnlySpan<double> Switches => switches[..count];

    /// <summary>The truth on a stretch: [0, 0], [1, 1], or [0, 1] if it may change; then see the two properties.</summary>
    public Bounds Decide(Node truth, double fromDay, double toDay)
    {
        var quick = DecideByBounds(truth, fromDay, toDay);
        if (quick.IsPoint)
        {
            return quick;
        }

        (count, IsVague) = (0, false);
        return Decide(truth);
    }

    /// <summary>The truth on a stretch as far as bounds alone decide it.</summary>
    public Bounds DecideByBounds(Node truth, double fromDay, double toDay)
    {
        (from, to) = (fromDay, toDay);
        return DecideByBounds(truth);
    }

    private Bounds Decide(Node node)
    {
        switch (node)
        {
            case UnaryNode { Operator: UnaryOperator.Not } not:
                return Arithmetic.Opposite(Decide(not.Operand));
            case BinaryNode { Operator: BinaryOperator.And } both:
                return DecideJoined(both, decisive: false);
            case BinaryNode { Operator: BinaryOperator.Or } either:
                return DecideJoined(either, decisive: true);
            case BinaryNode { Left.Quantity: Quantity.Truth } equality:
                var (left, right) = (Decide(equality.Left), Decide(equality.Right));
                return left.IsPoint && right.IsPoint ? Arithmetic.Compare(equality.Operator, left, right) : Bounds.EitherTruth;
            case BinaryNode comparison:
                return DecideComparison(comparison);
            case CallNode { Function: Function.If } choice:
                var test = Decide(choice.Arguments[0]);
                return test.IsTrue ? Decide(choice.Arguments[1])
                    : test.IsFalse ? Decide(choice.Arguments[2])
                    : Bounds.Hull(Decide(choice.Arguments[1]), Decide(choice.Arguments[2]));
            default:
                return DecideByBounds(node);
        }
    }

    private Bounds DecideByBounds(Node node)
    {
        Evaluations++;
        var bounds = Intervals.Evaluate(node, Path, from, to);
        var truth = bounds.IsTrue ? Bounds.Truth(true) : bounds.IsFalse ? Bounds.Truth(false) : Bounds.EitherTruth;
        IsVague |= !truth.IsPoint;
        return truth;
    }

    private Bounds DecideJoined(BinaryNode node, bool decisive)
    {
        var left = Decide(node.Left);
        if (left == Bounds.Truth(decisive))
        {
            return left;
        }

        var right = Decide(node.Right);
        return right == Bounds.Truth(decisive) ? right : Bounds.Hull(left, right);
    }

    private Bounds DecideComparison(BinaryNode node)
    {
        Evaluations++;
        var left = Intervals.Motion(node.Left, Path, from, to);
        var right = Intervals.Motion(node.Right, Path, from, to);
        var decided = Arithmetic.Compare(node.Operator, left.Value, right.Value);
        if (decided.IsPoint)
        {
            return decided;
        }

        var first = Sign(node, from);
        var slope = left.Slope - right.Slope;
        var size = Math.Max(Math.Max(-left.Value.Low, left.Value.High), Math.Max(-right.Value.Low, right.Value.High));
        if (first is not null && (slope.Low >= 0 || slope.High <= 0 || IsFlat(left.Value - right.Value, size)))
        {
            return DecideMonotone(node, first.Value);
        }

        // The mean value theorem bounds the difference by its value at the beginning and its slope, often more closely.
        if (first is not null and not 0)
        {
            var difference = Bounds.Point(Value(node.Left, from) - Value(node.Right, from)) + (slope * new Bounds(0, to - from));
            if (difference.Low > size * RoundingShare || difference.High < -size * RoundingShare)
            {
                return Bounds.Truth(Compares(node.Operator, first.Value));
            }
        }

        IsVague = true;
        return Bounds.EitherTruth;
    }

    private static bool IsFlat(Bounds difference, double size) =>
        double.IsFinite(size) && difference.High - difference.Low <= size * RoundingShare;

    // The difference moves one way, so its sign changes at most twice, and an order at most once.
    private Bounds DecideMonotone(BinaryNode node, int first)
    {
        if (Sign(node, to) is not { } last)
        {
            IsVague = true;
            return Bounds.EitherTruth;
        }

        if (Arithmetic.IsOrdering(node.Operator))
        {
            var isFirst = Compares(node.Operator, first);
            if (isFirst == Compares(node.Operator, last))
            {
                return Bounds.Truth(isFirst);
            }

            AddSwitch(node, from, ToleranceDays, SignsOf(node.Operator) ^ (isFirst ? AllSigns : 0));
            return Bounds.EitherTruth;
        }

        if (first == last)
        {
            return Bounds.Truth(Compares(node.Operator, first));
        }

        // Equality may hold at one day alone, so that day is found to the last bit.
        var day = AddSwitch(node, from, 0, AllSigns ^ Bit(first));
        if (first != 0 && last != 0 && Sign(node, day) == 0)
        {
            AddSwitch(node, day, 0, Bit(last));
        }

        return Bounds.EitherTruth;
    }

    // The first day at which the sign of the difference is one of the given ones, which it then stays.
    private double AddSwitch(BinaryNode node, double before, double tolerance, int signsAfter)
    {
        var after = to;
        while (after - before > tolerance)
        {
            var middle = before + ((after - before) / 2);
            if (middle <= before || middle >= after)
            {
                break;
            }

            if (Sign(node, middle) is not { } sign)
            {
                IsVague = true;
                break;
            }

            (before, after) = (signsAfter & Bit(sign)) != 0 ? (before, middle) : (middle, after);
        }

        if (count == switches.Length)
        {
            IsVague = true;
        }
        else
        {
            Insert(after);
        }

        return after;
    }

    // Few enough for insertion into what is in order already.
    private void Insert(double day)
    {
        var place = count++;
        for (; place > 0 && switches[place - 1] > day; place--)
        {
            switches[place] = switches[place - 1];
        }

        switches[place] = day;
    }

    private static bool Compares(BinaryOperator operation, int sign) => Arithmetic.Compare(operation, sign, 0.0);

    // A set of signs: one bit each for −1, 0 and 1.
    private static int Bit(int sign) => 1 << (sign + 1);

    private static int SignsOf(BinaryOperator operation) =>
        (Compares(operation, -1) ? Bit(-1) : 0) | (Compares(operation, 0) ? Bit(0) : 0) | (Compares(operation, 1) ? Bit(1) : 0);

    // The sign of left − right at a day; null where either has no value.
    private int? Sign(BinaryNode node, double day)
    {
        Evaluations++;
        var (left, right) = (Value(node.Left, day), Value(node.Right, day));
        return double.IsNaN(left) || double.IsNaN(right) ? null : left < right ? -1 : left > right ? 1 : 0;
    }

    private readonly double Value(Node node, double day)
    {
        var source = new PointReadings(Path, day, isQuiet: true);
        var stream = default(KeyedStream);
        return Evaluation.Of(node, ref source, ref stream);
    }
}
