using System.Runtime.CompilerServices;
using Escalation.Engine;
using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>How a level moves between events.</summary>
internal enum LevelMotion : byte
{
    /// <summary>The actor has no such level.</summary>
    Absent,

    /// <summary>It stays.</summary>
    Still,

    /// <summary>Exponentially to its rest.</summary>
    Decays,

    /// <summary>In a straight line to its rest.</summary>
    Falls,
}

/// <summary>A level of an actor with its formulas compiled.</summary>
internal sealed class LevelProgram
{
    /// <summary>Compiles a level.</summary>
    public LevelProgram(Level level, int actor, FormulaFactory factory, Scenario scenario)
    {
        Actor = actor;
        Slot = (actor * scenario.LevelNames.Length) + level.Name;
        Key = Engine.Key.Derive(
            Engine.Key.OfName(scenario.Actors[actor].Name), Engine.Key.OfName(scenario.LevelNames[level.Name]));
        Rest = factory.Make(level.RestsAt, owner: -1);
        HasStart = level.Starts is not null;
        Start = factory.Make(level.Starts);
        Minimum = factory.Make(level.Minimum, absent: double.NegativeInfinity);
        Maximum = factory.Make(level.Maximum, absent: double.PositiveInfinity);
        Motion = level.HalfLife is not null ? LevelMotion.Decays
            : level.Falls is not null ? LevelMotion.Falls
            : LevelMotion.Still;
        Speed = factory.Make(level.HalfLife ?? level.Falls);
    }

    public int Actor { get; }

    /// <summary>Index into the levels of a world.</summary>
    public int Slot { get; }

    /// <summary>Hash of actor and level: the name under which its start is drawn.</summary>
    public ulong Key { get; }

    public Evaluation Rest { get; }

    public bool HasStart { get; }

    public Evaluation Start { get; }

    public Evaluation Minimum { get; }

    public Evaluation Maximum { get; }

    public LevelMotion Motion { get; }

    /// <summary>Half-life in days, or speed a day.</summary>
    public Evaluation Speed { get; }
}

/// <summary>The state of a level: its value at a day, and how it goes on from there.</summary>
internal struct LevelState
{
    public double Value;
    public double Day;
    public double Rest;

    /// <summary>ln 2 / half-life, or the speed a day.</summary>
    public double Speed;
    public double Minimum;
    public double Maximum;

    /// <summary>Its value when it was last read, and the day of that; of a level that stays, the value on any day. Most levels
    /// are read several times at one instant, and what moves exponentially costs an exponential.</summary>
    public double Seen;
    public double SeenDay;
    public LevelMotion Motion;

    /// <summary>Whether a measure over time follows it.</summary>
    public bool IsMeasured;

    /// <summary>Who depends on it: a place in <see cref="Dependents.LevelCodes"/>; 0: nobody.</summary>
    public int Dependents;

    /// <summary>The value at a day not before <see cref="Day"/>, which is remembered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Read(double day)
    {
        if (Motion != LevelMotion.Still && SeenDay != day)
        {
            Seen = At(day);
            SeenDay = day;
        }

        return Seen;
    }

    /// <summary>Puts it at a value.</summary>
    public void Put(double value, double day)
    {
        (Value, Day) = (value, day);
        (Seen, SeenDay) = (value, day);
    }

    /// <summary>The value at a day not before <see cref="Day"/> if nothing changes it.</summary>
    public readonly double At(double day)
    {
        if (Motion == LevelMotion.Still || Value == Rest || day == Day)
        {
            return Value;
        }

        if (Motion == LevelMotion.Decays)
        {
            return Rest + ((Value - Rest) * Exponential.Of(Speed * (Day - day)));
        }

        var way = Speed * (day - Day);
        return Value > Rest ? Math.Max(Rest, Value - way) : Math.Min(Rest, Value + way);
    }
}
