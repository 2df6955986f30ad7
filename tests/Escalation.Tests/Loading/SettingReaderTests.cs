using Escalation.Loading;
using Escalation.Model;

namespace Escalation.Tests.Loading;

internal sealed class SettingReaderTests
{
    private static readonly Scenario Scenario = ScenarioReader.ReadFile(TestFile.Path("worked-example.yaml")).Scenario!;

    [TestCase("us_response=0.3", 0, 0.3)]
    [TestCase("us_response = 1 / 4", 0, 0.25)]
    [TestCase("iran_order_rate=0.5 per w", 5, 0.5 / 7)]
    [TestCase("base_tempo=1 per d", 8, 1)]
    public void A_setting_is_read_like_a_value_of_the_file(string text, int parameter, double value)
    {
        Assert.That(SettingReader.Read(Scenario, text).Setting, Is.EqualTo(new ParameterSetting(parameter, value)));
    }

    [TestCase("us_response=2", "2 lies outside the range of 'us_response', 0 to 1")]
    [TestCase("us_respons=0.2", "unknown lever or uncertainty 'us_respons'")]
    [TestCase("us_response", "'us_response' sets nothing")]
    [TestCase("us_response=", "us_response=: an expression is expected, but there is none")]
    [TestCase("us_response=1e999", "us_response=1e999: this number is too large")]
    [TestCase("us_response=lots", "us_response=lots: 'lots' cannot stand here: the value of 'us_response' reads no names")]
    [TestCase("iran_order_rate=0.5", "iran_order_rate=0.5: the value of 'iran_order_rate' is a rate, and this is a number")]
    public void A_wrong_setting_is_explained(string text, string problem)
    {
        Assert.That(SettingReader.Read(Scenario, text).Problem, Is.EqualTo(problem));
    }

    [Test]
    public void The_nearest_name_is_offered()
    {
        Assert.That(SettingReader.Read(Scenario, "us_respons=0.2").Hint, Does.StartWith("did you mean 'us_response'?"));
        Assert.That(SettingReader.FindCase(Scenario, "never answr").Hint, Does.StartWith("did you mean 'never answer'?"));
    }

    [Test]
    public void A_case_is_found_by_its_title()
    {
        var found = SettingReader.FindCase(Scenario, "always answer");

        Assert.That(found.Case!.Settings, Is.EqualTo([new ParameterSetting(0, 1), new ParameterSetting(1, 1)]));
    }
}
