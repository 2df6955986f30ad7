using Escalation.Language;

namespace Escalation.Tests.Language;

internal sealed class SyntaxProblemTests
{
    private const string Quote = "inside { } or [ ] an expression that holds a comma must be quoted";

    // The mark ^ shows what the problem points to.
    [TestCase("", "^", "an expression is expected, but there is none", null)]
    [TestCase("  ", "  ^", "an expression is expected, but there is none", null)]
    [TestCase("fear +", "      ^", "a value is missing after '+'", null)]
    [TestCase("(fear", "     ^", "a bracket is not closed", "write ')'")]
    [TestCase("min(1", "     ^", "the bracket of 'min(' is not closed", Quote)]
    [TestCase("lognormal(median=3 h", "                    ^", "the bracket of 'lognormal(' is not closed", Quote)]
    [TestCase("if(fear > 1", "           ^", "the bracket of 'if(' is not closed", Quote)]
    [TestCase("min(", "    ^", "a value is missing after '('", Quote)]
    [TestCase("2 * max(fear", "            ^", "the bracket of 'max(' is not closed", Quote)]
    [TestCase("fear)", "    ^", "this bracket closes none", null)]
    [TestCase("fear doubt", "     ^^^^^", "an operator is missing between 'fear' and 'doubt'", null)]
    [TestCase("2 doubt", "  ^^^^^", "an operator is missing between '2' and 'doubt'",
        "write '2 * doubt'; units are min, h, d and w")]
    [TestCase("3 days", "  ^^^^", "an operator is missing between '3' and 'days'", "write '3 d'; units are min, h, d and w")]
    [TestCase("3 hours", "  ^^^^^", "an operator is missing between '3' and 'hours'", "write '3 h'; units are min, h, d and w")]
    [TestCase("1_000", " ^^^^", "an operator is missing between '1' and '_000'", "digits are written without '_'")]
    [TestCase("fear d", "     ^", "an operator is missing between 'fear' and 'd'", "units follow numbers: write 'fear * 1 d'")]
    [TestCase("2 (3)", "  ^", "an operator is missing between '2' and '('", "write '2 * ('")]
    [TestCase("fear AND doubt", "     ^^^", "an operator is missing between 'fear' and 'AND'",
        "the words and, or, is and per are written in small letters")]
    [TestCase("1,5", " ^", "a comma outside the brackets of a function", "write a decimal point: '1.5'")]
    [TestCase("fear = 2", "     ^", "'=' names an argument of a distribution", "write '==' to compare")]
    [TestCase("(fear = 2)", "      ^", "'=' names an argument of a distribution", "write '==' to compare")]
    [TestCase("fear && doubt", "     ^", "'&' means nothing in an expression", "write 'and'")]
    [TestCase("!fear", "^", "'!' means nothing in an expression", "write 'not', or '!=' to compare")]
    [TestCase("fear − 1", "     ^", "'−' means nothing in an expression", "write '-'")]
    [TestCase("fear ≤ 1", "     ^", "'≤' means nothing in an expression", "write '<='")]
    [TestCase("[fear]", "^", "'[' means nothing in an expression", "brackets are round")]
    [TestCase("5 %", "  ^", "'%' means nothing in an expression", "write a share as a number: 5 % is 0.05")]
    [TestCase("'a'", "^", "''' means nothing in an expression", "an expression holds no text")]
    [TestCase("us .fear", "   ^", "'.' means nothing in an expression", "a dot joins two names without space: 'iran.grievance'")]
    [TestCase("fear \u0007", "     ^", "U+0007 means nothing in an expression", null)]
    [TestCase("fear 😀", "     ^^", "'😀' means nothing in an expression", null)]
    [TestCase("* 2", "^", "a value is expected here, but '*' was found", null)]
    [TestCase("fear * and 2", "       ^^^", "a value is expected here, but 'and' was found", null)]
    [TestCase("min(1,)", "      ^", "a value is expected here, but ')' was found", null)]
    [TestCase("1 < fear < 2", "         ^", "comparisons do not chain", "write '1 < fear and fear < 2'")]
    [TestCase("fear == doubt == reach", "              ^^", "comparisons do not chain",
        "write 'fear == doubt and doubt == reach'")]
    [TestCase("fear == war is quiet", "            ^^", "comparisons do not chain", "put brackets: 'fear == (war is …)'")]
    [TestCase("fear per", "        ^", "'per' is followed by a unit, not by the end of the text", "units are min, h, d and w")]
    [TestCase("fear per day", "         ^^^", "'per' is followed by a unit, not by 'day'", "write 'per d'")]
    [TestCase("fear per month", "         ^^^^^", "'per' is followed by a unit, not by 'month'", "units are min, h, d and w")]
    [TestCase("3 per 2 d", "      ^^^", "'per' is followed by a unit, not by '2 d'", "write '/ 2 d'")]
    [TestCase("war is not quiet", "    ^^^^^^", "'is not' is no operator", "write 'not war is quiet'")]
    [TestCase("war is not", "    ^^^^^^", "'is not' is no operator", "write 'not war is …'")]
    [TestCase("war is", "      ^", "'war is' is followed by the name of a state, not by the end of the text", null)]
    [TestCase("war is 3", "       ^", "'war is' is followed by the name of a state, not by '3'", null)]
    [TestCase("(fear + 1) is 3", "^^^^^^^^^^", "on the left of 'is' stands the name of a condition",
        "write '==' to compare values")]
    [TestCase("fear + not doubt", "       ^^^", "'not' binds weaker than what stands before it", "put it in brackets: '(not …)'")]
    public void What_cannot_be_read_is_a_problem_with_its_place(string text, string mark, string message, string? hint)
    {
        var problem = TestScope.Read(text).Problems.Single();

        Assert.That(problem,
            Is.EqualTo(new Problem(mark.IndexOf('^', StringComparison.Ordinal), mark.Trim().Length, message, hint)));
    }
}
