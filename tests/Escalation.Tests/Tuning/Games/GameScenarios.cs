using System.Globalization;

namespace Escalation.Tests.Tuning.Games;

/// <summary>Games of two choices a side as scenarios: a history is one meeting, whose losses have noise.</summary>
internal static class GameScenarios
{
    /// <summary>Losses by cell: row one and column one, row one and column two, then row two.</summary>
    internal static string Of(double[] rowLosses, double[] columnLosses) => $$$"""
        escalation: 1
        name: A game
        horizon: 1 d
        levers:
          row_act: {value: one, choices: [one, two], by: row}
          column_act: {value: one, choices: [one, two], by: column}
        actions:
          meet:
            draws:
              of_row: "normal(mean={{{Cells(rowLosses)}}}, sd=0.5)"
              of_column: "normal(mean={{{Cells(columnLosses)}}}, sd=0.5)"
        actors:
          row: {policy: [{name: meet, at: 12 h, do: [{act: meet, against: column}]}]}
          column: {}
        measures:
          row_cost: {sum: of_row, of: meet}
          column_cost: {sum: of_column, of: meet}
        outcomes: {dear: {at_end: row_cost > 2}}
        objectives:
          row_loss: {minimise: mean(row_cost), by: row}
          column_loss: {minimise: mean(column_cost), by: column}

        """;

    /// <summary>Each side wants to be near to half of what the other one does, and to a point of its own: losses (x − y/2 − 0.2)²
    /// and (y − x/2 − 0.1)² of a scenario whose sides move over ranges. In the equilibrium x = 1/3 and y = 4/15.</summary>
    internal const string Near = """
        escalation: 1
        name: Near
        horizon: 1 d
        levers:
          x: {value: 0.9, range: [0, 1], by: row}
          y: {value: 0.9, range: [0, 1], by: column}
        actions:
          meet:
            draws:
              of_row: "normal(mean=(x - y / 2 - 0.2) ^ 2, sd=0.02)"
              of_column: "normal(mean=(y - x / 2 - 0.1) ^ 2, sd=0.02)"
        actors:
          row: {policy: [{name: meet, at: 12 h, do: [{act: meet, against: column}]}]}
          column: {}
        measures:
          row_cost: {sum: of_row, of: meet}
          column_cost: {sum: of_column, of: meet}
        outcomes: {dear: {at_end: row_cost > 2}}
        objectives:
          row_loss: {minimise: mean(row_cost), by: row}
          column_loss: {minimise: mean(column_cost), by: column}

        """;

    private static string Cells(double[] losses)
    {
        var cells = losses.Select(loss => loss.ToString(CultureInfo.InvariantCulture)).ToArray();
        return $"if(row_act is one, if(column_act is one, {cells[0]}, {cells[1]}), "
            + $"if(column_act is one, {cells[2]}, {cells[3]}))";
    }
}
