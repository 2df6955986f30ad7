using Escalation.Model;
using Escalation.Simulation;
using Escalation.Tests.Support;

namespace Escalation.Tests.Simulation;

/// <summary>What a run must fix before it begins.</summary>
internal sealed class ProgramTests
{
    private const string Yaml = """
        escalation: 1
        name: fixed
        horizon: 10 d
        levers: {pace: {value: 1 d, range: [0.000001 d, 5 d]}}
        actors: {a: {levels: {x: 1}}}
        outcomes: {x: {at_end: 1}}
        series: {every: pace, of: [a.x]}
        """;

    [Test]
    public void A_series_may_be_as_dense_as_a_lever_says()
    {
        var program = ScenarioProgram.Compile(ScenarioRun.Read(Yaml), ParameterChoice.AsWritten);

        Assert.That(program.Series!.SampleCount, Is.EqualTo(11));
    }

    [Test]
    public void A_series_of_too_many_samples_is_refused_in_words()
    {
        var choice = new ParameterChoice([new ParameterSetting(0, 0.000001)], Sample: false);

        Assert.That(
            () => ScenarioProgram.Compile(ScenarioRun.Read(Yaml), choice),
            Throws.TypeOf<ScenarioFaultException>().With.Message.Contains("samples, 1,000,000 at most"));
    }
}
