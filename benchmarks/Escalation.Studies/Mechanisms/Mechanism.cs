using System.Collections.Immutable;

namespace Escalation.Studies.Mechanisms;

/// <summary>A causal claim of the articles, what carries it in a scenario, and the experiments that show it.</summary>
/// <param name="Id">Its number in the list of claims, such as M34.</param>
/// <param name="Claim">The claim in few words.</param>
/// <param name="Quote">The words of the article, at most fifteen.</param>
/// <param name="Scenario">The scenario that has it, without folder and ending.</param>
/// <param name="Item">What carries it there, and names it in its <c>about</c>: a lever, uncertainty, condition, action, measure
/// or outcome by its name, a rule or level as <c>party.title</c>.</param>
/// <param name="Experiments">What shows it; one at least.</param>
internal sealed record Mechanism(
    string Id, string Claim, string Quote, string Scenario, string Item, params ImmutableArray<Experiment> Experiments)
{
    /// <summary>The file of the scenario, from the root of the repository.</summary>
    public string File => $"scenarios/{Scenario}.yaml";
}
