using System.Collections.Immutable;
using System.CommandLine;
using Escalation.Language;
using Escalation.Verification;

namespace Escalation.Cli;

/// <summary>The options of <c>verify</c>, and what a command line says for each.</summary>
internal sealed class VerifyOptions
{
    private const StringComparison Ignored = StringComparison.OrdinalIgnoreCase;

    private readonly Option<string[]> cases = new("--case")
    {
        HelpName = "NAME",
        Description = "Only this case, such as V12. May be repeated.",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<long> replications =
        CommonOptions.Replications("How many histories of each case.", ReferenceCase.UsualReplications);

    private readonly Option<bool> deep = new("--deep")
    {
        Description = "As many as bring the standard error of every common figure to 0.1 % of it; takes minutes.",
    };

    private readonly Option<ulong> seed = CommonOptions.Seed();
    private readonly Option<long> threads = CommonOptions.Threads();
    private readonly Option<bool> show = new("--show") { Description = "Prints the scenario file of one case." };
    private readonly Option<bool> quiet = CommonOptions.Quiet();
    private readonly Option<bool> noColor = CommonOptions.NoColor();

    private readonly Option<string> format = CommonOptions.Choice(
        "--format", "What is printed: a table for people, JSON, CSV, or a page.", "table", "json", "csv", "markdown");

    /// <summary>Adds the options to the verb.</summary>
    internal void AddTo(Command verb)
    {
        verb.Add(cases);
        verb.Add(replications);
        verb.Add(deep);
        verb.Add(seed);
        verb.Add(threads);
        verb.Add(show);
        verb.Add(format);
        verb.Add(quiet);
        verb.Add(noColor);
    }

    /// <summary>Reads a command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="request">What it asks for.</param>
    /// <param name="nearest">The name that was probably meant by one that is unknown.</param>
    /// <returns>Null, or what is wrong.</returns>
    internal string? Read(ParseResult parsed, out VerifyRequest request, out string? nearest)
    {
        var wanted = ImmutableArray.CreateBuilder<ReferenceCase>();
        var isDeep = parsed.GetValue(deep);
        var problem = isDeep && parsed.GetResult(replications) is { Implicit: false }
            ? "--deep says how many histories are run, and so does --replications: one of them is enough"
            : null;
        nearest = null;
        foreach (var name in parsed.GetValue(cases) ?? [])
        {
            if (ReferenceCases.Find(name) is { } known)
            {
                wanted.Add(known);
                continue;
            }

            problem ??= $"there is no case '{name}'; they are called {ReferenceCases.All[0].Id} to {ReferenceCases.All[^1].Id}";
            nearest ??= ReferenceCases.All.Select(known => known.Id).FirstOrDefault(known => known.StartsWith(name, Ignored))
                ?? Suggestions.Nearest(name, ReferenceCases.All.Select(known => known.Id));
        }

        if (parsed.GetValue(show) && wanted.Count != 1)
        {
            problem ??= "--show prints one scenario: name it, as in '--case V12 --show'";
        }

        request = new(
            wanted.Count == 0 ? ReferenceCases.All : [.. wanted.Distinct()],
            isDeep ? null : parsed.GetValue(replications),
            parsed.GetValue(seed),
            (int)parsed.GetValue(threads),
            parsed.GetValue(show),
            parsed.GetValue(format)!,
            parsed.GetValue(quiet));
        return problem;
    }
}

/// <summary>What a command line asks <c>verify</c> for.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Replications">How many histories of each; null: as many as a deep run takes.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Threads">How many threads.</param>
/// <param name="IsShown">True: the scenario file of the one case is printed, nothing is run.</param>
/// <param name="Format"><c>table</c>, <c>json</c>, <c>csv</c> or <c>markdown</c>.</param>
/// <param name="IsQuiet">True: nothing but the answer.</param>
internal sealed record VerifyRequest(
    ImmutableArray<ReferenceCase> Cases,
    long? Replications,
    ulong Seed,
    int Threads,
    bool IsShown,
    string Format,
    bool IsQuiet)
{
    /// <summary>How a case is checked.</summary>
    internal VerificationPlan PlanOf(ReferenceCase reference) => new(Replications ?? reference.DeepReplications, Seed, Threads);
}
