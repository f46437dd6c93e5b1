using Calcinosis.Rules.Fhir.Resources;
using Hl7.Fhir.Model;

namespace Calcinosis.Rules.Fhir.Firely;

/// <summary>Takes from each object the elements that the mapping reads: the same record that the byte reader makes.</summary>
internal static class ResourceConverter
{
    public static ResourceRecord Convert(Resource resource)
    {
        var record = new ResourceRecord { TypeName = resource.TypeName, Kind = ResourceKinds.Of(resource.TypeName), Id = resource.Id };
        switch (resource)
        {
            case Patient patient: Patient(patient, record); break;
            case Observation observation: Observation(observation, record); break;
            case Condition condition: Condition(condition, record); break;
            case Procedure procedure: Procedure(procedure, record); break;
            case DiagnosticReport report: Report(report, record); break;
            case Specimen specimen: Specimen(specimen, record); break;
            case FamilyMemberHistory family: Family(family, record); break;
            case Encounter encounter: Encounter(encounter, record); break;
            case ServiceRequest request: Request(request, record); break;
            case Composition composition: record.When = DataTypes.Moment(composition.DateElement, "date"); record.Subject = composition.Subject?.Reference; break;
            default: MedicationConverter.Convert(resource, record); break;
        }

        if (resource is DomainResource { Contained.Count: > 0 } holder)
        {
            foreach (var inner in holder.Contained)
            {
                var contained = Convert(inner);
                contained.Container = record;
                contained.Id = contained.Id?.TrimStart('#');
                (record.Contained ??= []).Add(contained);
            }
        }

        return record;
    }

    private static void Patient(Patient patient, ResourceRecord record)
    {
        record.Gender = DataTypes.Code(patient.GenderElement);
        record.Birth = DataTypes.Moment(patient.BirthDateElement, "birthDate");
        foreach (var extension in patient.Extension)
        {
            if (extension.Url?.EndsWith("/patient-animal", StringComparison.Ordinal) == true)
                record.IsAnimal = true;
            else if (extension.Url?.EndsWith("/us-core-birthsex", StringComparison.Ordinal) == true)
                record.BirthSex = (extension.Value as Code)?.Value;
        }
    }

    private static void Observation(Observation observation, ResourceRecord record)
    {
        record.Subject = observation.Subject?.Reference;
        record.Status = DataTypes.Code(observation.StatusElement);
        record.Categories = DataTypes.Concepts(observation.Category);
        record.Code = DataTypes.Concept(observation.Code);
        record.Sites = DataTypes.Concepts(observation.BodySite);
        record.When = DataTypes.When(observation.Effective, "effective");
        record.Recorded = DataTypes.Moment(observation.IssuedElement, "issued");
        record.Specimen = observation.Specimen?.Reference;
        record.Method = DataTypes.Concept(observation.Method);
        record.Members = DataTypes.References(observation.HasMember);
        record.Abouts = DataTypes.References(observation.PartOf, observation.Focus, observation.DerivedFrom);
        record.LesionId = LesionId(observation.Identifier);
        record.Value = DataTypes.Value(observation.Value);
        record.DataAbsentReason = DataTypes.Concept(observation.DataAbsentReason);
        record.Interpretation = DataTypes.Concepts(observation.Interpretation);
        record.ReferenceRanges = DataTypes.Ranges(observation.ReferenceRange);
        foreach (var component in observation.Component)
        {
            (record.Components ??= []).Add(new Measured
            {
                Code = DataTypes.Concept(component.Code),
                Value = DataTypes.Value(component.Value),
                DataAbsentReason = DataTypes.Concept(component.DataAbsentReason),
                Interpretation = DataTypes.Concepts(component.Interpretation),
                ReferenceRanges = DataTypes.Ranges(component.ReferenceRange),
            });
        }
    }

    private static void Condition(Condition condition, ResourceRecord record)
    {
        record.Subject = condition.Subject?.Reference;
        record.Categories = DataTypes.Concepts(condition.Category);
        record.Code = DataTypes.Concept(condition.Code);
        record.ClinicalStatus = DataTypes.Concept(condition.ClinicalStatus);
        record.VerificationStatus = DataTypes.Concept(condition.VerificationStatus);
        record.Severity = DataTypes.Concept(condition.Severity);
        record.Sites = DataTypes.Concepts(condition.BodySite);
        record.When = DataTypes.When(condition.Onset, "onset");
        record.Ended = DataTypes.When(condition.Abatement, "abatement");
        record.Recorded = DataTypes.Moment(condition.RecordedDateElement, "recordedDate");
        record.Stage = condition.Stage.Select(stage => DataTypes.Concept(stage.Summary)).FirstOrDefault(stage => stage is not null);
        record.Abouts = DataTypes.References([.. condition.Evidence.SelectMany(evidence => evidence.Detail)]);
        record.LesionId = LesionId(condition.Identifier);
    }

    private static void Procedure(Procedure procedure, ResourceRecord record)
    {
        record.Subject = procedure.Subject?.Reference;
        record.Status = DataTypes.Code(procedure.StatusElement);
        record.Categories = DataTypes.Concepts(procedure.Category);
        record.Code = DataTypes.Concept(procedure.Code);
        record.Sites = DataTypes.Concepts(procedure.BodySite);
        record.When = DataTypes.When(procedure.Performed, "performed");
        record.Reasons = DataTypes.Concepts(procedure.ReasonCode);
        record.Complications = DataTypes.Concepts(procedure.Complication);
        record.Abouts = DataTypes.References(procedure.PartOf, procedure.ReasonReference, procedure.ComplicationDetail);
    }

    private static void Report(DiagnosticReport report, ResourceRecord record)
    {
        record.Subject = report.Subject?.Reference;
        record.Status = DataTypes.Code(report.StatusElement);
        record.Categories = DataTypes.Concepts(report.Category);
        record.Code = DataTypes.Concept(report.Code);
        record.When = DataTypes.When(report.Effective, "effective");
        record.Recorded = DataTypes.Moment(report.IssuedElement, "issued");
        record.Specimen = report.Specimen.FirstOrDefault()?.Reference;
        record.Members = DataTypes.References(report.Result);
        record.Conclusion = report.Conclusion;
        record.Details = DataTypes.Concepts(report.ConclusionCode);
    }

    private static void Specimen(Specimen specimen, ResourceRecord record)
    {
        record.Subject = specimen.Subject?.Reference;
        record.Status = DataTypes.Code(specimen.StatusElement);
        record.Details = DataTypes.Concepts(specimen.Type);
        record.SampleConditions = DataTypes.Concepts(specimen.Condition);
        record.Recorded = DataTypes.Moment(specimen.ReceivedTimeElement, "receivedTime");
        record.When = DataTypes.When(specimen.Collection?.Collected, "collected");
        record.Sites = DataTypes.Concepts(specimen.Collection?.BodySite);
    }

    private static void Family(FamilyMemberHistory family, ResourceRecord record)
    {
        record.Subject = family.Patient?.Reference;
        record.Status = DataTypes.Code(family.StatusElement);
        record.Relationship = DataTypes.Concept(family.Relationship);
        record.Details = DataTypes.Concepts([.. family.Condition.Select(condition => condition.Code)]);
        record.When = DataTypes.Moment(family.DateElement, "date");
    }

    private static void Encounter(Encounter encounter, ResourceRecord record)
    {
        record.Subject = encounter.Subject?.Reference;
        record.Status = DataTypes.Code(encounter.StatusElement);
        record.EncounterClass = encounter.Class?.Code;
        record.Details = DataTypes.Concepts(encounter.Type);
        record.When = DataTypes.When(encounter.Period, "");
        record.Reasons = DataTypes.Concepts(encounter.ReasonCode);
    }

    private static void Request(ServiceRequest request, ResourceRecord record)
    {
        record.Subject = request.Subject?.Reference;
        record.Status = DataTypes.Code(request.StatusElement);
        record.Intent = DataTypes.Code(request.IntentElement);
        record.DoNotPerform = request.DoNotPerform;
        record.Code = DataTypes.Concept(request.Code);
        record.Sites = DataTypes.Concepts(request.BodySite);
        record.When = DataTypes.When(request.Occurrence, "occurrence") ?? DataTypes.Moment(request.AuthoredOnElement, "authoredOn");
    }

    private static string? LesionId(List<Identifier> identifiers) => identifiers.Find(identifier => identifier.System == OwnSystems.Lesion)?.Value;
}
