using Escalation.Model;

namespace Escalation.Simulation;

/// <summary>What actors have each for themselves in rules that they share.</summary>
/// <typeparam name="T">A number, or the index of another actor.</typeparam>
/// <param name="entries">All entries, [actor · width + place].</param>
/// <param name="width">How many places each actor has.</param>
internal readonly struct OwnValues<T>(T[] entries, int width)
    where T : struct
{
    /// <summary>What stands in a place of an actor.</summary>
    public T Of(int actor, int place) => entries[(actor * width) + place];
}

/// <summary>Gathers <see cref="OwnValues{T}"/> place by place.</summary>
/// <typeparam name="T">A number, or the index of another actor.</typeparam>
/// <param name="actorCount">How many actors there are.</param>
internal sealed class OwnTable<T>(int actorCount)
    where T : struct
{
    private readonly List<(int Actor, T Value)[]> places = [];

    /// <summary>How many places each actor has.</summary>
    public int Width => places.Count;

    /// <summary>Adds a place.</summary>
    /// <param name="values">What stands in it, for the actors that use it.</param>
    /// <returns>Its number.</returns>
    public int Add((int Actor, T Value)[] values)
    {
        places.Add(values);
        return places.Count - 1;
    }

    /// <summary>What was gathered.</summary>
    public OwnValues<T> ToValues()
    {
        var entries = new T[actorCount * Width];
        for (var place = 0; place < places.Count; place++)
        {
            foreach (var (actor, value) in places[place])
            {
                entries[(actor * Width) + place] = value;
            }
        }

        return new OwnValues<T>(entries, Width);
    }
}

/// <summary>The actor that stands in a place of the one who acts.</summary>
/// <param name="Place">The place.</param>
internal sealed record PlacedAim(int Place) : Aim;
