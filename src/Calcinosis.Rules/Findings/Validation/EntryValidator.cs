using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Names, dates and agreement of conditions, exposures and reports; an empty document.</summary>
internal sealed class EntryValidator : AbstractValidator<FindingsDocument>
{
    public EntryValidator() => RuleFor(document => document).Custom(static (document, context) =>
    {
        for (var i = 0; i < document.Conditions.Count; i++)
        {
            var (entry, path) = (document.Conditions[i], Checks.PathOf(document.Conditions[i], "conditions", i));
            Named(entry, path, context);
            context.Ordered(entry.Since, entry.Until, path + "/until");
            context.NotAfter(entry.Since, document.AsOf, path + "/since");
            context.Between(entry.OnsetAgeYears, 0, 130, path + "/onsetAgeYears", "years");
        }

        for (var i = 0; i < document.Exposures.Count; i++)
        {
            var (entry, path) = (document.Exposures[i], Checks.PathOf(document.Exposures[i], "exposures", i));
            Named(entry, path, context);
            context.Ordered(entry.StartedOn, entry.EndedOn, path + "/endedOn");
            context.NotAfter(entry.StartedOn, document.AsOf, path + "/startedOn");
            if (entry.Dose is { Value: < 0 })
                context.Error("value-negative", path + "/dose/value", null, "zero or more", "A dose cannot be negative; correct it.");
        }

        for (var i = 0; i < document.FamilyHistory.Count; i++)
            Named(document.FamilyHistory[i], Checks.PathOf(document.FamilyHistory[i], "familyHistory", i), context);
        for (var i = 0; i < document.Differential.Count; i++)
            Named(document.Differential[i], Checks.PathOf(document.Differential[i], "differential", i), context);
        for (var i = 0; i < document.Imaging.Count; i++)
            context.NotAfter(document.Imaging[i].TakenOn, document.AsOf, Checks.PathOf(document.Imaging[i], "imaging", i) + "/takenOn");
        for (var i = 0; i < document.Histology.Count; i++)
            context.NotAfter(document.Histology[i].TakenOn, document.AsOf, Checks.PathOf(document.Histology[i], "histology", i) + "/takenOn");
        if (document.Labs.Count + document.Conditions.Count + document.Exposures.Count + document.Lesions.Count + document.Imaging.Count + document.Histology.Count == 0)
            context.Warn("empty-document", "", null, "at least one lesion", "The document says nothing about the patient; describe the lesions.");
        Contradictions(document, context);
    });

    private static void Named(NamedEntry entry, string path, ValidationContext<FindingsDocument> context)
    {
        if (string.IsNullOrWhiteSpace(entry.Code) && entry.Codings.Count == 0 && string.IsNullOrWhiteSpace(entry.Text))
            context.Error("nameless-entry", path, null, "code, codings or text", "The entry has no name; say what it is.");
    }

    /// <summary>One code stated present and absent at once: nothing is known of it, and the reader is told.</summary>
    private static void Contradictions(FindingsDocument document, ValidationContext<FindingsDocument> context)
    {
        var named = document.Conditions.Select((entry, i) => (Name: entry.Code ?? entry.Text, entry.Status, entry.Lesions, entry.Since, Path: Checks.PathOf(entry, "conditions", i)))
            .Where(entry => entry.Name is not null && entry.Lesions.Count == 0 && entry.Since is null);
        foreach (var group in named.GroupBy(entry => entry.Name!, StringComparer.OrdinalIgnoreCase))
        {
            if (group.Any(entry => entry.Status == PresenceStatus.Absent) && group.Any(entry => entry.Status != PresenceStatus.Absent))
                context.Warn("contradiction", group.Last().Path, group.Key, "present or absent", "It is stated both present and absent; it counts as unknown.");
        }
    }
}
