using System.Collections;
using System.Reflection;
using Escalation.Verification;

namespace Escalation.Tests.Analytic.Mutation;

/// <summary>Calls a library that was compiled a moment ago, whose types are not ours.</summary>
internal sealed class MutantRun(Assembly library)
{
    private const ulong Seed = 20231017;

    /// <summary>The verdicts on the figures of a reference case.</summary>
    public string[] Verdicts(string caseName, long replications)
    {
        var reference = Call(nameof(ReferenceCases), nameof(ReferenceCases.Find), caseName);
        var plan = Activator.CreateInstance(Type(nameof(VerificationPlan)), replications, Seed, 1);
        try
        {
            var result = Call(nameof(Verifier), nameof(Verifier.Verify), reference, plan, null, CancellationToken.None);
            return [.. ((IEnumerable)Get(result, nameof(CaseResult.Statistics))).Cast<object>().Select(
                figure => Get(figure, nameof(StatisticResult.Verdict)).ToString()!)];
        }
        catch (TargetInvocationException failure) when (IsFault(failure.InnerException!))
        {
            return ["Error"];
        }
    }

    private static bool IsFault(Exception failure) => failure.GetType().Name.EndsWith("FaultException", StringComparison.Ordinal);

    private static object Get(object item, string property) => item.GetType().GetProperty(property)!.GetValue(item)!;

    private object Call(string type, string method, params object?[] arguments) =>
        Type(type).GetMethod(method)!.Invoke(null, arguments)!;

    private Type Type(string name) => library.GetType($"Escalation.Verification.{name}", throwOnError: true)!;
}
