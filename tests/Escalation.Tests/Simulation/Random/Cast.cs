using System.Collections.Immutable;

namespace Escalation.Tests.Simulation.Random;

/// <summary>Who and what a random scenario speaks of, decided before a line of it is written, so that every line may name it.
/// Every party has every level, and every act carries the field <c>force</c>: then most expressions are legal at most
/// places.</summary>
internal sealed class Cast
{
    /// <summary>Levels that are never negative.</summary>
    public static readonly ImmutableArray<string> PositiveLevels = ["fear", "stock", "reach"];

    /// <summary>Conditions and their states.</summary>
    public static readonly ImmutableArray<(string Name, ImmutableArray<string> States)> Conditions =
        [("weather", ["clear", "storm", "fog"]), ("truce", ["broken", "holds"])];

    /// <summary>Chooses the cast.</summary>
    /// <param name="luck">Decides.</param>
    public Cast(Luck luck)
    {
        var states = new[] { "ash", "birch", "cedar" }[..luck.Between(2, 3)];
        var parties = states.Select((name, index) =>
            new Party(name, Kind: "", index > 0 && luck.Is(0.3) ? states[luck.Below(index)] : "")).ToList();
        parties.AddRange(new[] { "ivy", "jay", "kite" }[..luck.Between(1, 3)].Select(name => new Party(name, "band", "ash")));
        if (luck.Is(0.4))
        {
            parties.AddRange(new[] { "moss", "nettle" }[..luck.Between(1, 2)].Select(name => new Party(name, "crowd", "")));
        }

        Parties = [.. parties];
        Kinds = [.. Parties.Select(party => party.Kind).Where(kind => kind.Length > 0).Distinct()];
        Names = [.. Parties.Select(party => party.Name), "world"];
        Actions = [.. new[] { "blow", "probe", "word", "gift" }[..luck.Between(3, 4)].Select((name, index) => new Deed(
            name,
            IsAimed: luck.Is(0.7),
            DrawsForce: luck.Is(0.5),
            HasRung: luck.Is(0.7),
            index == 0 ? ["loss", "mark"] : luck.Is(0.4) ? ["loss"] : []))];
        Hazard = luck.Is(0.2) ? 0.02 : 0;
        HasStart = luck.Is(0.5);
        HorizonDays = luck.Between(15, 40);
        var kinds = Enum.GetValues<Gauge>();
        Measures = [.. Enumerable.Range(0, luck.Between(5, 9)).Select(index => new Meter(
            $"m{index}", index == 0 ? Gauge.Count : luck.Of(kinds)))];
        Outcomes = [.. new[] { "rush", "ruin", "quiet" }[..luck.Between(1, 3)]];
    }

    /// <summary>How values of measures may be used.</summary>
    internal enum Gauge
    {
        /// <summary>Events, counted.</summary>
        Count,

        /// <summary>A sum over events.</summary>
        Sum,

        /// <summary>Greatest or least of events; of none it is nothing.</summary>
        Extreme,

        /// <summary>A time of an event; it may never come.</summary>
        Moment,

        /// <summary>Time for which a truth held.</summary>
        Time,

        /// <summary>An expression.</summary>
        Level,

        /// <summary>An expression over time.</summary>
        OverTime,

        /// <summary>Dropped activations.</summary>
        Dropped,
    }

    /// <summary>The actors without the world; each kind's stand together.</summary>
    public ImmutableArray<Party> Parties { get; }

    /// <summary>The kinds that have actors.</summary>
    public ImmutableArray<string> Kinds { get; }

    /// <summary>The names of all who act, the world last.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>What can be done.</summary>
    public ImmutableArray<Deed> Actions { get; }

    /// <summary>What is measured.</summary>
    public ImmutableArray<Meter> Measures { get; }

    /// <summary>Names of outcomes.</summary>
    public ImmutableArray<string> Outcomes { get; }

    /// <summary>Chance that a number is made in a way that may end a replication in a fault.</summary>
    public double Hazard { get; }

    /// <summary>Whether day 0 has a date.</summary>
    public bool HasStart { get; }

    /// <summary>The horizon.</summary>
    public int HorizonDays { get; }

    /// <summary>An actor.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">Its kind, or empty.</param>
    /// <param name="Sponsor">Its sponsor, or empty.</param>
    internal sealed record Party(string Name, string Kind, string Sponsor)
    {
        /// <summary>Whether its policy may speak of a sponsor.</summary>
        public bool HasSponsor => Sponsor.Length > 0;
    }

    /// <summary>An action.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsAimed">Whether every act of it names a target.</param>
    /// <param name="DrawsForce">Whether it draws <c>force</c>; else every act hands it on.</param>
    /// <param name="HasRung">Whether it has a rung.</param>
    /// <param name="Fields">What it draws besides.</param>
    internal sealed record Deed(string Name, bool IsAimed, bool DrawsForce, bool HasRung, ImmutableArray<string> Fields);

    /// <summary>A measure.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Gauge">What it does.</param>
    internal sealed record Meter(string Name, Gauge Gauge);
}
