namespace Escalation.Report.Stories;

/// <summary>One thing that happened, as a sentence. Its texts come from the scenario as they are: whoever shows them makes them
/// harmless for the place where they are shown.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Date">The calendar time; null if the scenario has no start, or beyond the calendar.</param>
/// <param name="Actor">Who acts, learns or changes; empty for an outcome.</param>
/// <param name="Sentence">What happened and why.</param>
/// <param name="Rung">The title of the rung of an act; null for one without a rung, and for what is no act.</param>
/// <param name="Number">The number of its line in the trace, from 1; of several that are told together the first.</param>
/// <param name="Cause">The number of the line that caused it; 0 if nothing did.</param>
public sealed record StoryLine(
    double Day, DateTime? Date, string Actor, string Sentence, string? Rung, int Number, int Cause);
