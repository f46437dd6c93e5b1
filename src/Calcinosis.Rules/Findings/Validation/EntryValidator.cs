using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Names, dates and agreement of conditions, exposures and reports; an empty document.</summary>
internal sealed class EntryValidator : DocumentCheck
{
    /// <summary>Up to so many entries are compared one by one before anything is sorted.</summary>
    private const int MostCompared = 64;

    public override void Check(JudgedResults results, IssueSink issues)
    {
        var document = results.Document;
        var conditions = Entries.Of(document.Conditions);
        for (var i = 0; i < conditions.Length; i++)
        {
            var (entry, path) = (conditions[i], IssuePath.Of(conditions[i], "conditions", i));
            Named(entry, path, issues);
            issues.Ordered(entry.Since, entry.Until, path + "/until");
            issues.NotAfter(entry.Since, document.AsOf, path + "/since");
            issues.Between(entry.OnsetAgeYears, 0, 130, path + "/onsetAgeYears", "years");
        }

        var exposures = Entries.Of(document.Exposures);
        for (var i = 0; i < exposures.Length; i++)
        {
            var (entry, path) = (exposures[i], IssuePath.Of(exposures[i], "exposures", i));
            Named(entry, path, issues);
            issues.Ordered(entry.StartedOn, entry.EndedOn, path + "/endedOn");
            issues.NotAfter(entry.StartedOn, document.AsOf, path + "/startedOn");
            if (entry.Dose is { Value: < 0 })
                issues.Error("value-negative", path + "/dose/value", null, "zero or more", "A dose cannot be negative; correct it.");
        }

        for (var i = 0; i < document.FamilyHistory.Count; i++)
            Named(document.FamilyHistory[i], IssuePath.Of(document.FamilyHistory[i], "familyHistory", i), issues);
        for (var i = 0; i < document.Differential.Count; i++)
            Named(document.Differential[i], IssuePath.Of(document.Differential[i], "differential", i), issues);
        for (var i = 0; i < document.Imaging.Count; i++)
            issues.NotAfter(document.Imaging[i].TakenOn, document.AsOf, IssuePath.Of(document.Imaging[i], "imaging", i) + "/takenOn");
        for (var i = 0; i < document.Histology.Count; i++)
            issues.NotAfter(document.Histology[i].TakenOn, document.AsOf, IssuePath.Of(document.Histology[i], "histology", i) + "/takenOn");
        if (document.Labs.Count + document.Conditions.Count + document.Exposures.Count + document.Lesions.Count + document.Imaging.Count + document.Histology.Count == 0)
            issues.Warn("empty-document", "", null, "at least one lesion", "The document says nothing about the patient; describe the lesions.");
        if (MayContradict(conditions))
            Contradictions(document, issues);
    }

    private static void Named(NamedEntry entry, IssuePath path, IssueSink issues)
    {
        if (entry.Codings.Count == 0 && string.IsNullOrWhiteSpace(entry.Code) && string.IsNullOrWhiteSpace(entry.Text))
            issues.Error("nameless-entry", path, null, "code, codings or text", "The entry has no name; say what it is.");
    }

    /// <summary>Something is denied, so that it may be stated as well.</summary>
    private static bool MayContradict(ReadOnlySpan<Condition> conditions)
    {
        if (conditions.Length > MostCompared)
            return true;
        foreach (var condition in conditions)
        {
            if (condition.Status == PresenceStatus.Absent && IsStatedTwice(conditions, condition))
                return true;
        }

        return false;
    }

    private static bool IsStatedTwice(ReadOnlySpan<Condition> conditions, Condition denied)
    {
        foreach (var condition in conditions)
        {
            if (condition.Status != PresenceStatus.Absent && string.Equals(condition.Code ?? condition.Text, denied.Code ?? denied.Text, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>One code stated present and absent at once: nothing is known of it, and the reader is told.</summary>
    private static void Contradictions(FindingsDocument document, IssueSink issues)
    {
        var named = document.Conditions.Select((entry, i) => (Name: entry.Code ?? entry.Text, entry.Status, entry.Lesions, entry.Since, Path: IssuePath.Of(entry, "conditions", i)))
            .Where(entry => entry.Name is not null && entry.Lesions.Count == 0 && entry.Since is null);
        foreach (var group in named.GroupBy(entry => entry.Name!, StringComparer.OrdinalIgnoreCase))
        {
            if (group.Any(entry => entry.Status == PresenceStatus.Absent) && group.Any(entry => entry.Status != PresenceStatus.Absent))
                issues.Warn("contradiction", group.Last().Path, group.Key, "present or absent", "It is stated both present and absent; it counts as unknown.");
        }
    }
}
