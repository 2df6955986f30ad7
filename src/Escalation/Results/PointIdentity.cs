using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Escalation.Experiments;

namespace Escalation.Results;

/// <summary>Says by 16 bytes which histories are meant: those of the same program, scenario, seed and values. What has the same
/// name is the same, so that rows can be used again wherever they come from.</summary>
internal sealed class PointIdentity
{
    internal const int Length = 16;

    private readonly byte[] common;

    /// <param name="version">Version of the program: another one may draw otherwise.</param>
    /// <param name="scenarioSha256">SHA-256 of the scenario file, in hexadecimal digits.</param>
    /// <param name="seed">The seed.</param>
    internal PointIdentity(string version, string scenarioSha256, ulong seed)
    {
        var text = FormattableString.Invariant($"escalate {version}\nscenario {scenarioSha256}\nseed {seed}\n");
        common = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..Length];
    }

    /// <summary>What all points of an experiment have in common.</summary>
    internal ReadOnlySpan<byte> OfExperiment => common;

    /// <summary>The name of a point.</summary>
    internal UInt128 Of(Point point)
    {
        var bytes = new byte[Length + (point.Values.Length * sizeof(double))];
        common.CopyTo(bytes, 0);
        for (var index = 0; index < point.Values.Length; index++)
        {
            // All NaN are one: the prior is drawn. And −0 is 0.
            var value = double.IsNaN(point.Values[index]) ? double.NaN : point.Values[index] + 0.0;
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(Length + (index * sizeof(double))), value);
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));
    }
}
