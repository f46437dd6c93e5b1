using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// What diseases mean for one lesion. Systemic ones hold everywhere; local ones only at the lesion, and a local one
/// whose place is not told is no more than suspected.
/// </summary>
internal sealed class ConditionInterpreter(ClinicalVocabulary vocabulary, PatientContext patient, ResolvedDocument document)
{
    private static readonly HashSet<string> InjuryLike = new(
        ["burn-scar", "scar", "surgical-scar", "haematoma", "local-trauma", "injection-site-damage", "radiation-damage", "ischaemic-tissue-injury", "exogenous-calcium-contact"], StringComparer.Ordinal);

    /// <summary>Diseases that count as present for ever once they were there.</summary>
    private static readonly HashSet<string> Lasting = new(
        ["malignancy", "multiple-myeloma", "leukaemia", "lymphoma", "bone-metastases", "kidney-transplant", "thrombophilia", "protein-c-deficiency", "protein-s-deficiency", "antiphospholipid-syndrome",
         "birth-asphyxia", "therapeutic-hypothermia", "difficult-birth", "preterm-birth", "icu-stay", "nicu-stay", "hospital-stay", "consanguinity", "down-syndrome"], StringComparer.Ordinal);

    private static readonly HashSet<string> CeapDamaged = new HashSet<string>(["C4", "C4a", "C4b", "C4c", "C5", "C6"], StringComparer.OrdinalIgnoreCase);

    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        // What is over comes last: it makes a disease absent only where nobody says that it is present.
        foreach (var statement in document.Statements.OrderBy(statement => statement.Past))
        {
            if (statement.Term.Kind is TermKind.Condition or TermKind.Differential)
                Interpret(statement, lesion, picture);
        }

        Umbrellas(picture);
        foreach (var statement in document.Differentials)
        {
            if (statement.Relations.Count == 0 || statement.RelationTo(lesion.Id) is not null)
                picture.Say(FindingCatalogueBuilder.IdOf(statement.Term), statement.State, statement.Seen, statement.Path);
            if (statement.Term is { Kind: TermKind.Differential, Code: "cellulitis" or "necrotising-fasciitis" })
                picture.Say("differential.infection", statement.State, statement.Seen, statement.Path);
        }

        Stays(lesion, picture);
    }

    private void Interpret(Statement statement, LesionCase lesion, PictureBuilder picture)
    {
        var term = statement.Term;
        var finding = "condition." + term.Code;
        if (term.Is("names-type"))
            return;
        if (term.Is("healthy"))
        {
            picture.Say("condition.systemic-disease", statement.State == FindingState.Present ? FindingState.Absent : FindingState.Unknown, statement.Seen, statement.Path);
            return;
        }

        if (term.Is("gene"))
        {
            picture.Say(term.Code == "gene-hftc-biallelic" ? "gene.hftc" : "gene.nftc", statement.State, statement.Seen, statement.Path);
            return;
        }

        if (term.Kind == TermKind.Differential && statement.RelationTo(lesion.Id) is not null)
            picture.Say("differential." + term.Code, statement.State, statement.Seen, statement.Path);
        if (term.Is("local"))
            Local(statement, finding, lesion, picture);
        else
            Systemic(statement, finding, lesion, picture);
    }

    private void Local(Statement statement, string finding, LesionCase lesion, PictureBuilder picture)
    {
        // A venous ulcer and the like are told for the patient when absent: then they are absent here too.
        if (statement.State == FindingState.Absent)
        {
            picture.Absent(finding, statement.Seen, statement.Path);
            return;
        }

        var here = Place(statement, lesion);
        if (here == FindingState.Absent)
        {
            picture.Absent(finding, statement.Seen + " elsewhere", statement.Path);
        }
        else if (statement.Suspected || here == FindingState.Unknown)
        {
            picture.Open(finding, statement.Seen + (statement.Suspected ? " suspected" : ", place not recorded"), statement.Path);
            Suspect(finding, statement.Seen, statement.Path, picture);
        }
        else
        {
            picture.Present(finding, statement.Seen, statement.Path);
            if (statement.RelationTo(lesion.Id)?.Relation == SiteRelation.In)
                picture.Present("lesion.in-cause-field", statement.Seen, statement.Path);
            if (statement.Since is { } since && lesion.Time.Onset is { } onset && onset.IsBefore(since) == true)
                picture.Present("lesion.damage-came-after", statement.Seen, statement.Path);
        }
    }

    private FindingState Place(Statement statement, LesionCase lesion)
    {
        var state = SiteRelations.AtSite(lesion, statement, vocabulary);
        if (state == FindingState.Unknown && statement.Site is null && statement.Relations.Count == 0
            && lesion.Lesion.AtPriorInjury == true && InjuryLike.Contains(statement.Term.Code))
            return FindingState.Present;
        return state;
    }

    private void Systemic(Statement statement, string finding, LesionCase lesion, PictureBuilder picture)
    {
        if (statement.Suspected)
        {
            picture.Open(finding, statement.Seen + " suspected", statement.Path);
            Suspect(finding, statement.Seen, statement.Path, picture);
            return;
        }

        if (statement.IsPresent && statement.Past && !CountsWhenPast(statement, lesion))
        {
            if (picture.StateOf(finding) == FindingState.Unknown && !picture.IsContradicted(finding))
                picture.Absent(finding, statement.Seen, statement.Path);
            return;
        }

        if (statement.IsPresent && statement.Term.Code == "venous-insufficiency" && statement.Condition?.Stage is { } stage && !CeapDamaged.Contains(stage.Trim()))
        {
            picture.Open(finding, statement.Seen + " " + stage, statement.Path);
            Suspect(finding, statement.Seen + " " + stage, statement.Path, picture);
            return;
        }

        var code = statement.Term.Code == "dermatomyositis" && IsJuvenile(statement) ? "condition.juvenile-dermatomyositis" : finding;
        picture.Say(code, statement.State, statement.Seen, statement.Path);
        if (statement.IsPresent && statement.RelationTo(lesion.Id)?.Relation is SiteRelation.In or SiteRelation.At or SiteRelation.Confined)
            picture.Present("lesion.in-disease-field", statement.Seen, statement.Path);
    }

    /// <summary>A suspicion is written down where something rests on it: what settles it may take it back.</summary>
    private static void Suspect(string finding, string seen, string path, PictureBuilder picture)
    {
        picture.Present(finding + ".suspected", seen, path);
        picture.MarkAsAssumed(finding + ".suspected", $"{seen}: suspected, or its place is not recorded; what settles it may take this back");
    }

    /// <summary>Dermatomyositis that began before 18 is the juvenile form, whatever the chart calls it.</summary>
    private bool IsJuvenile(Statement statement) =>
        statement.IsPresent && ((statement.Condition?.OnsetAgeYears is { } years && LesionThresholds.JuvenileDisease.Holds(years)) || patient.AgeOn(statement.Since).Is(LesionThresholds.JuvenileDisease) == true);

    private static bool CountsWhenPast(Statement statement, LesionCase lesion)
    {
        var term = statement.Term;
        if (Lasting.Contains(term.Code) || term.Is("sign") || term.Umbrellas.Contains("connective-tissue-disease") || Knowledge.DystrophicCauses.All.Any(cause => cause.Condition == "condition." + term.Code))
            return true;
        if (!term.Umbrellas.Contains("mineral-disorder-cause"))
            return false;
        return !(statement.Until is { } until && lesion.Time.Onset is { } onset && until.IsBefore(onset) == true);
    }

    /// <summary>A recorded member stands against its umbrella: the specific beats the general.</summary>
    private void Umbrellas(PictureBuilder picture)
    {
        foreach (var umbrella in vocabulary.Umbrellas)
        {
            var finding = umbrella.Finding;
            if (picture.StateOf(finding) != FindingState.Absent)
                continue;
            var stated = umbrella.Members.Where(member => picture.StateOf(member) == FindingState.Present).ToArray();
            if (stated.Length == 0)
                continue;
            foreach (var member in umbrella.Members.Where(member => picture.StateOf(member) == FindingState.Unknown))
                picture.Absent(member, picture.Entries[finding].Seen, [.. picture.Entries[finding].From]);
            picture.Decide(finding, FindingState.Present, picture.Entries[stated[0]].Seen, [.. picture.Entries[stated[0]].From]);
            picture.Notes.Add(new Explanation.ReadingNote("umbrella-contradicted", $"{umbrella.Label}: stated absent, yet {picture.Entries[stated[0]].Seen} is recorded; the specific statement stands", picture.Entries[finding].From));
        }
    }

    /// <summary>A stay that ended shortly before onset; newborn care counts for heel lesions up to the age of 7.</summary>
    private void Stays(LesionCase lesion, PictureBuilder picture)
    {
        foreach (var stay in document.Statements.Where(statement => statement.Term.Is("stay") && statement.IsPresent))
        {
            var newborn = stay.Term.Code == "nicu-stay";
            if (newborn && lesion.AgeAtOnset.Is(TimeThresholds.HeelStickAge) == true && lesion.SomeIn(Heel) == FindingState.Present)
                picture.Present("stay.recent-hospital", stay.Seen, stay.Path);
            else if ((stay.Until ?? stay.Since) is { } end && lesion.Time.Onset is { } onset)
                picture.Say("stay.recent-hospital", onset.DaysSince(end) is ( >= 0, var most) && TimeThresholds.RecentStay.Holds(most) ? FindingState.Present : FindingState.Absent, stay.Seen, stay.Path);
            else if (newborn && TimeThresholds.RecentStay.Holds(lesion.AgeAtOnset.MaxDays))
                picture.Present("stay.recent-hospital", stay.Seen, stay.Path);
        }
    }

    private static readonly RegionSet Heel = new("heel");
}
