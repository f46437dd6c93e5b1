using System.Security.Cryptography;
using System.Text;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;

namespace Calcinosis.Rules.Fhir.Writing;

/// <summary>
/// Names for the written resources: UUIDs made from the assessment itself, so that the same assessment gives the same
/// Bundle, and another one never the same names.
/// </summary>
internal sealed class FhirIdentity(Assessment assessment)
{
    private readonly byte[] _seed = SHA256.HashData(Encoding.UTF8.GetBytes(AssessmentJson.ToJson(assessment)));

    /// <summary>The id of a part, such as <c>condition/L1/dystrophic</c>.</summary>
    public string Of(string part)
    {
        var hash = SHA256.HashData([.. _seed, .. Encoding.UTF8.GetBytes(part)]).AsSpan(0, 16);
        // Version 8 (made by the application) and the variant of RFC 9562.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString();
    }
}
