using Escalation.Engine;
using Escalation.Language;

namespace Escalation.Tests.Language;

/// <summary>Levels that decay or fall in a straight line from day 0 on; the rest is constant.</summary>
internal sealed class TestPath : IPath
{
    private readonly Dictionary<Variable, Move> moves = [];
    private readonly Dictionary<Variable, double> constants = [];

    /// <summary>How often it was asked.</summary>
    public long Questions { get; private set; }

    /// <summary>Random levels and constants for all names of the scope.</summary>
    public static TestPath Random(ref KeyedStream stream)
    {
        var path = new TestPath();
        foreach (var (_, variable, quantity) in TestScope.All)
        {
            var amount = (stream.NextUniform() * 8) - 4;
            var kind = stream.NextUniform();
            if (quantity == Quantity.Truth)
            {
                path.constants[variable] = kind < 0.5 ? 0 : 1;
            }
            else if (variable.Kind is VariableKind.Parameter or VariableKind.Measure || kind < 0.2)
            {
                path.constants[variable] = amount;
            }
            else
            {
                path.moves[variable] = kind < 0.75
                    ? new Decay(amount, (stream.NextUniform() * 8) - 4, 0.5 + (stream.NextUniform() * 10))
                    : new Fall(amount, (stream.NextUniform() * 8) - 4, 0.1 + (stream.NextUniform() * 2));
            }
        }

        return path;
    }

    public TestPath Decaying(string name, double start, double rest, double halfLifeDays)
    {
        moves[Named(name)] = new Decay(start, rest, halfLifeDays);
        return this;
    }

    public TestPath Falling(string name, double start, double rest, double perDay)
    {
        moves[Named(name)] = new Fall(start, rest, perDay);
        return this;
    }

    public TestPath Constant(string name, double value)
    {
        constants[Named(name)] = value;
        return this;
    }

    public bool Moves(Variable variable)
    {
        Questions++;
        return moves.ContainsKey(variable);
    }

    public double At(Variable variable, double day)
    {
        Questions++;
        return variable.Kind == VariableKind.Day ? day : moves.TryGetValue(variable, out var move) ? move.At(day)
            : constants.GetValueOrDefault(variable);
    }

    public Motion Over(Variable variable, double fromDay, double toDay)
    {
        Questions++;
        return moves[variable].Over(fromDay, toDay);
    }

    private static Variable Named(string name) => TestScope.All.Single(entry => entry.Name == name).Variable;

    private abstract record Move
    {
        public abstract double At(double day);

        public abstract Motion Over(double fromDay, double toDay);

        protected static Bounds Between(double left, double right)
        {
            var margin = (Math.Abs(left) + Math.Abs(right)) * 1e-15;
            return new Bounds(Math.Min(left, right) - margin, Math.Max(left, right) + margin);
        }
    }

    private sealed record Decay(double Start, double Rest, double HalfLifeDays) : Move
    {
        public override double At(double day) => Rest + ((Start - Rest) * Left(day));

        // A decay does not pass its rest.
        public override Motion Over(double fromDay, double toDay)
        {
            var value = Between(At(fromDay), At(toDay));
            value = Start >= Rest ? new Bounds(Math.Max(Rest, value.Low), value.High)
                : new Bounds(value.Low, Math.Min(Rest, value.High));
            return new Motion(value, Between(Slope(fromDay), Slope(toDay)));
        }

        private double Left(double day) => Math.Exp(-Math.Log(2) * day / HalfLifeDays);

        private double Slope(double day) => -Math.Log(2) / HalfLifeDays * (Start - Rest) * Left(day);
    }

    private sealed record Fall(double Start, double Rest, double PerDay) : Move
    {
        public override double At(double day) =>
            Start > Rest ? Math.Max(Rest, Start - (PerDay * day)) : Math.Min(Rest, Start + (PerDay * day));

        public override Motion Over(double fromDay, double toDay)
        {
            var slope = Start > Rest ? -PerDay : PerDay;
            return new Motion(
                Between(At(fromDay), At(toDay)),
                At(toDay) != Rest ? new Bounds(slope, slope) : At(fromDay) == Rest ? default
                    : new Bounds(Math.Min(slope, 0), Math.Max(slope, 0)));
        }
    }
}
