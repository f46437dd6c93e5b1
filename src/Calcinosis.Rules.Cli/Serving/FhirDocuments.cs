using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Workbench;

namespace Calcinosis.Rules.Cli.Serving;

/// <summary>Lets the workbench read FHIR: the first patient of what was pasted.</summary>
internal static class FhirDocuments
{
    private const string Kind = "FHIR R4";

    public static OtherDocument? Read(ReadOnlyMemory<byte> utf8Json)
    {
        if (!FhirFindings.IsFhir(utf8Json.Span))
            return null;
        var read = FhirFindings.Read(utf8Json.Span);
        return read.Patients.Count == 0
            ? new OtherDocument(Kind, null, read.Issues, [.. read.LeftOut.Select(Entry)])
            : new OtherDocument(Kind, read.Patients[0].Document, [.. read.Issues, .. read.Patients[0].Issues], [.. read.Patients[0].LeftOut.Select(Entry)]);
    }

    private static NotUnderstood Entry(LeftOut left) => new(left.Source.ToString(), "resource", left.What, left.Text);
}
