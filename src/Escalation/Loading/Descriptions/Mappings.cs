using System.Collections.Immutable;

namespace Escalation.Loading;

/// <summary>The mappings of the language that have known keys.</summary>
internal static class Mappings
{
    /// <summary>All of them, the file first.</summary>
    public static ImmutableArray<MappingDescription> All { get; } =
    [
        ScenarioMapping.File,
        ParameterMappings.Lever,
        ParameterMappings.Uncertainty,
        ConditionMapping.Condition,
        ActionMappings.Action,
        ActionMappings.Report,
        PartyMappings.Level,
        PartyMappings.World,
        PartyMappings.Kind,
        PartyMappings.Actor,
        RuleMappings.Rule,
        RuleMappings.Limits,
        RuleMappings.Effect,
        ResultMappings.Measure,
        ResultMappings.Outcome,
        ResultMappings.Series,
        ResultMappings.Objective,
        ResultMappings.Target,
        StudyMappings.Study,
        StudyMappings.File,
    ];
}
