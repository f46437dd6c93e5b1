using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Fhir.Mapping;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;

namespace Calcinosis.Rules.Fhir;

/// <summary>Assesses patients that were read from FHIR.</summary>
public static class FhirClassification
{
    /// <summary>
    /// Assesses one patient. What reading left out or found wrong is part of the assessment, and every <c>from</c> and
    /// <c>path</c> names the FHIR resource and element.
    /// </summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="patient">The patient, as <see cref="FhirFindings"/> read it.</param>
    /// <param name="asOf">The day of the question, used when the document names none.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Assessment Classify(this CalcinosisClassifier classifier, FhirPatient patient, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return new AssessmentSources(patient.Provenance).Apply(classifier.Classify(ToReadResult(patient), asOf));
    }

    /// <summary>The patient as any reader of the core gives it. What was left out for one reason and one name is one line with its number.</summary>
    /// <param name="patient">The patient, as <see cref="FhirFindings"/> read it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="patient"/> is null.</exception>
    public static FindingsReadResult ToReadResult(this FhirPatient patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        var lines = new List<NotUnderstood>();
        // A unit that is not known stands in the document, where the core tells of it itself.
        foreach (var group in patient.LeftOut.Where(line => line.Reason != LeftOutReason.UnknownUnit).GroupBy(line => (line.Reason, line.What, line.Text)))
        {
            var count = group.Count();
            var what = count == 1 ? group.Key.What : string.Create(CultureInfo.InvariantCulture, $"{group.Key.What} ({count} times)");
            lines.Add(new NotUnderstood(group.First().Source.ToString(), Word(group.Key.Reason), what, group.Key.Text));
        }

        return new FindingsReadResult(patient.Document, patient.Issues, lines);
    }

    private static string Word(LeftOutReason reason) => Findings.Json.EnumWords<LeftOutReason>.Of(reason);
}
