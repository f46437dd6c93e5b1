using Calcinosis.Rules.Fhir.Resources;
using Hl7.Fhir.Model;

namespace Calcinosis.Rules.Fhir.Firely;

/// <summary>Medications in all their resources, and injections.</summary>
internal static class MedicationConverter
{
    public static void Convert(Resource resource, ResourceRecord record)
    {
        switch (resource)
        {
            case MedicationRequest request:
                record.Subject = request.Subject?.Reference;
                record.Status = DataTypes.Code(request.StatusElement);
                record.Intent = DataTypes.Code(request.IntentElement);
                record.DoNotPerform = request.DoNotPerform;
                record.When = DataTypes.Moment(request.AuthoredOnElement, "authoredOn");
                record.Reasons = DataTypes.Concepts(request.ReasonCode);
                record.Abouts = DataTypes.References(request.ReasonReference);
                Named(request.Medication, record);
                Dosages(request.DosageInstruction, record);
                break;
            case MedicationStatement statement:
                record.Subject = statement.Subject?.Reference;
                record.Status = DataTypes.Code(statement.StatusElement);
                record.When = DataTypes.When(statement.Effective, "effective");
                record.Recorded = DataTypes.Moment(statement.DateAssertedElement, "dateAsserted");
                record.Reasons = DataTypes.Concepts(statement.ReasonCode);
                record.Abouts = DataTypes.References(statement.PartOf, statement.ReasonReference, statement.DerivedFrom);
                Named(statement.Medication, record);
                Dosages(statement.Dosage, record);
                break;
            case MedicationAdministration given:
                record.Subject = given.Subject?.Reference;
                record.Status = DataTypes.Code(given.StatusElement);
                record.When = DataTypes.When(given.Effective, "effective");
                record.Reasons = DataTypes.Concepts(given.ReasonCode);
                record.Abouts = DataTypes.References(given.PartOf, given.ReasonReference);
                Named(given.Medication, record);
                record.Route = DataTypes.Concept(given.Dosage?.Route);
                record.Sites = DataTypes.Concepts(given.Dosage?.Site);
                record.DosageText = given.Dosage?.Text;
                record.Dose = DataTypes.Amount(given.Dosage?.Dose);
                break;
            case MedicationDispense dispense:
                record.Subject = dispense.Subject?.Reference;
                record.Status = DataTypes.Code(dispense.StatusElement);
                record.When = DataTypes.Moment(dispense.WhenHandedOverElement, "whenHandedOver");
                record.Abouts = DataTypes.References(dispense.PartOf);
                Named(dispense.Medication, record);
                Dosages(dispense.DosageInstruction, record);
                break;
            case Medication medication:
                record.Code = DataTypes.Concept(medication.Code);
                record.Form = DataTypes.Concept(medication.Form);
                record.Ingredients = DataTypes.Concepts([.. medication.Ingredient.Select(ingredient => ingredient.Item as CodeableConcept).OfType<CodeableConcept>()]);
                break;
            case Immunization immunization:
                record.Subject = immunization.Patient?.Reference;
                record.Status = DataTypes.Code(immunization.StatusElement);
                record.Code = DataTypes.Concept(immunization.VaccineCode);
                record.When = DataTypes.When(immunization.Occurrence, "occurrence");
                record.Sites = DataTypes.Concepts(immunization.Site);
                record.Route = DataTypes.Concept(immunization.Route);
                record.Dose = DataTypes.Amount(immunization.DoseQuantity);
                record.Reasons = DataTypes.Concepts(immunization.ReasonCode);
                record.Abouts = DataTypes.References(immunization.ReasonReference);
                break;
            default:
                record.Subject = Subject(resource);
                break;
        }
    }

    private static void Named(DataType? medication, ResourceRecord record)
    {
        record.Code = DataTypes.Concept(medication as CodeableConcept);
        record.MedicationReference = (medication as ResourceReference)?.Reference;
    }

    private static void Dosages(List<Dosage> dosages, ResourceRecord record)
    {
        foreach (var dosage in dosages)
        {
            record.Route ??= DataTypes.Concept(dosage.Route);
            record.DosageText ??= dosage.Text;
            if (DataTypes.Concept(dosage.Site) is { } site)
                (record.Sites ??= []).Add(site);
            record.Dose ??= dosage.DoseAndRate.Select(rate => DataTypes.Amount(rate.Dose as Quantity)).FirstOrDefault(dose => dose is not null);
            record.DosePeriod ??= DataTypes.Code(dosage.Timing?.Repeat?.PeriodUnitElement);
        }
    }

    /// <summary>The patient of a resource that no rule reads, for the list of what was left out.</summary>
    private static string? Subject(Resource resource)
    {
        foreach (var name in new[] { "subject", "patient" })
        {
            if (resource.TryGetValue(name, out var value) && value is ResourceReference reference)
                return reference.Reference;
        }

        return null;
    }
}
