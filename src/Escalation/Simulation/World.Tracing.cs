using System.Collections.Immutable;
using Escalation.Model;

namespace Escalation.Simulation;

/// <content>The lines of a trace; called only while a history is written down.</content>
public sealed partial class World
{
    private int Write(TraceEntry entry)
    {
        trace!.Add(entry);
        return entry.Id;
    }

    private int TraceAct(in EventRecord record, int rule, int cause)
    {
        var fields = ImmutableArray.CreateBuilder<TraceField>();
        for (var field = 0; field < fieldCount; field++)
        {
            var value = Fields[EventFields + field];
            if (!double.IsNaN(value))
            {
                fields.Add(new TraceField(field, value));
            }
        }

        return Write(new TraceEntry
        {
            Id = trace!.NextId,
            Day = Now,
            Kind = TraceKind.Act,
            Actor = record.Doer,
            Action = record.Action,
            Target = record.Target,
            Fields = fields.ToImmutable(),
            Rule = rule,
            Cause = cause,
        });
    }

    private void TraceReport(int happening, int observer, bool isKnown) => Write(new TraceEntry
    {
        Id = trace!.NextId,
        Day = Now,
        Kind = TraceKind.Report,
        Actor = observer,
        Action = events[happening].Action,
        Target = events[happening].Target,
        Cause = events[happening].Trace,
        State = isKnown ? 1 : 0,
    });

    private int TraceDecision(int rule, int cause, double day) => Write(new TraceEntry
    {
        Id = trace!.NextId,
        Day = Now,
        Kind = TraceKind.Decision,
        Actor = rules[rule].Actor,
        Rule = rule,
        Cause = cause,
        After = day,
    });

    private void TraceDrop(int rule, DropReason reason, int cause) => Write(new TraceEntry
    {
        Id = trace!.NextId,
        Day = Now,
        Kind = TraceKind.Drop,
        Actor = rules[rule].Actor,
        Rule = rule,
        Cause = cause,
        Reason = reason,
    });

    private void TraceLevel(int slot, double before, double after) => Write(new TraceEntry
    {
        Id = trace!.NextId,
        Day = Now,
        Kind = TraceKind.Level,
        Actor = slot / levelCount,
        Subject = slot % levelCount,
        Rule = site.Kind == SiteKind.Rule ? site.Index : -1,
        Cause = stepTrace,
        Before = before,
        After = after,
    });

    private int TraceSwitch(int condition, int before, int after) => Write(new TraceEntry
    {
        Id = trace!.NextId,
        Day = Now,
        Kind = TraceKind.Switch,
        Actor = Me,
        Subject = condition,
        State = after,
        Before = before,
        After = after,
        Rule = site.Kind == SiteKind.Rule ? site.Index : -1,
        Cause = stepTrace,
    });

    private int TraceOutcome(int outcome) => Write(new TraceEntry
    {
        Id = trace!.NextId,
        Day = Now,
        Kind = TraceKind.Outcome,
        Subject = outcome,
        Cause = stepTrace,
    });

    private void TraceNote(int rule, string text, int cause) => Write(new TraceEntry
    {
        Id = trace!.NextId,
        Day = Now,
        Kind = TraceKind.Note,
        Actor = rules[rule].Actor,
        Rule = rule,
        Cause = cause,
        Text = text,
    });
}
