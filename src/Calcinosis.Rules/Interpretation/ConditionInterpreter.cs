using Calcinosis.Rules.Explanation;
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
    private static readonly HashSet<string> CeapDamaged = new HashSet<string>(["C4", "C4a", "C4b", "C4c", "C5", "C6"], StringComparer.OrdinalIgnoreCase);
    private static readonly RegionSet Heel = new("heel");

    public void Interpret(LesionCase lesion, PictureBuilder picture)
    {
        // What is over comes last: it makes a disease absent only where nobody says that it is present.
        foreach (var statement in document.Statements)
        {
            if (!statement.Past && statement.Term.Kind is TermKind.Condition or TermKind.Differential)
                Interpret(statement, lesion, picture);
        }

        foreach (var statement in document.Statements)
        {
            if (statement.Past && statement.Term.Kind is TermKind.Condition or TermKind.Differential)
                Interpret(statement, lesion, picture);
        }

        new UmbrellaInterpreter(vocabulary).Interpret(picture);
        foreach (var statement in document.Differentials)
        {
            if (statement.Relations.Count == 0 || statement.RelationTo(lesion.Id) is not null)
                picture.Say(statement.Meaning.Own, statement.State, statement);
            if (statement.Term is { Kind: TermKind.Differential, Code: "cellulitis" or "necrotising-fasciitis" })
                picture.Say(Finding.DifferentialInfection, statement.State, statement);
        }

        Stays(lesion, picture);
    }

    private void Interpret(Statement statement, LesionCase lesion, PictureBuilder picture)
    {
        var meaning = statement.Meaning;
        if ((meaning.Topics & Topics.NamesType) != Topics.None)
            return;
        if (meaning.IsHealthy)
        {
            picture.Say(Finding.ConditionSystemicDisease, statement.State == FindingState.Present ? FindingState.Absent : FindingState.Unknown, statement);
            return;
        }

        if (meaning.Gene >= 0)
        {
            picture.Say(meaning.Gene, statement.State, statement);
            return;
        }

        if (statement.Term.Kind == TermKind.Differential && statement.RelationTo(lesion.Id) is not null)
            picture.Say(meaning.Differential, statement.State, statement);
        if (meaning.IsLocal)
            Local(statement, lesion, picture);
        else
            Systemic(statement, lesion, picture);
    }

    private void Local(Statement statement, LesionCase lesion, PictureBuilder picture)
    {
        var finding = statement.Meaning.Condition;
        // A venous ulcer and the like are told for the patient when absent: then they are absent here too.
        if (statement.State == FindingState.Absent)
        {
            picture.Absent(finding, statement);
            return;
        }

        var here = Place(statement, lesion);
        if (here == FindingState.Absent)
        {
            picture.Absent(finding, $"{statement.Seen} elsewhere", statement);
        }
        else if (statement.Suspected || here == FindingState.Unknown)
        {
            picture.Open(finding, $"{statement.Seen}{(statement.Suspected ? " suspected" : ", place not recorded")}", statement);
            Suspect(statement, "", picture);
        }
        else
        {
            picture.Present(finding, statement);
            if (statement.RelationTo(lesion.Id)?.Relation == SiteRelation.In)
                picture.Present(Finding.LesionInCauseField, statement);
            if (statement.Since is { } since && lesion.Time.Onset is { } onset && onset.IsBefore(since) == true)
                picture.Present(Finding.LesionDamageCameAfter, statement);
        }
    }

    private FindingState Place(Statement statement, LesionCase lesion)
    {
        var state = SiteRelations.AtSite(lesion, statement, vocabulary);
        if (state == FindingState.Unknown && statement.Site is null && statement.Relations.Count == 0
            && lesion.Lesion.AtPriorInjury == true && statement.Meaning.IsInjuryLike)
            return FindingState.Present;
        return state;
    }

    private void Systemic(Statement statement, LesionCase lesion, PictureBuilder picture)
    {
        var finding = statement.Meaning.Condition;
        if (statement.Suspected)
        {
            picture.Open(finding, $"{statement.Seen} suspected", statement);
            Suspect(statement, "", picture);
            return;
        }

        if (statement.IsPresent && statement.Past && !CountsWhenPast(statement, lesion))
        {
            if (picture.StateOf(finding) == FindingState.Unknown && !picture.IsContradicted(finding))
                picture.Absent(finding, statement);
            return;
        }

        if (statement.IsPresent && statement.Term.Code == "venous-insufficiency" && statement.Condition?.Stage is { } stage && !CeapDamaged.Contains(stage.Trim()))
        {
            picture.Open(finding, $"{statement.Seen} {stage}", statement);
            Suspect(statement, " " + stage, picture);
            return;
        }

        picture.Say(IsJuvenile(statement) ? Finding.ConditionJuvenileDermatomyositis : finding, statement.State, statement);
        if (statement.IsPresent && statement.RelationTo(lesion.Id)?.Relation is SiteRelation.In or SiteRelation.At or SiteRelation.Confined)
            picture.Present(Finding.LesionInDiseaseField, statement);
    }

    /// <summary>A suspicion is written down where something rests on it: what settles it may take it back.</summary>
    private static void Suspect(Statement statement, string more, PictureBuilder picture)
    {
        picture.Present(statement.Meaning.Suspected, $"{statement.Seen}{more}", statement);
        picture.MarkAsAssumed(statement.Meaning.Suspected, $"{statement.Seen}{more}: suspected, or its place is not recorded; what settles it may take this back");
    }

    /// <summary>Dermatomyositis that began before 18 is the juvenile form, whatever the chart calls it.</summary>
    private bool IsJuvenile(Statement statement) =>
        statement.IsPresent && statement.Term.Code == "dermatomyositis"
        && ((statement.Condition?.OnsetAgeYears is { } years && LesionThresholds.JuvenileDisease.Holds(years)) || patient.AgeOn(statement.Since).Is(LesionThresholds.JuvenileDisease) == true);

    private static bool CountsWhenPast(Statement statement, LesionCase lesion) =>
        statement.Meaning.IsLasting
        || (statement.Meaning.CausesMineralDisorder && !(statement.Until is { } until && lesion.Time.Onset is { } onset && until.IsBefore(onset) == true));

    /// <summary>A stay that ended shortly before onset; newborn care counts for heel lesions up to the age of 7.</summary>
    private void Stays(LesionCase lesion, PictureBuilder picture)
    {
        if (!document.SpeaksOf(Topics.Stay))
            return;
        foreach (var stay in document.Statements)
        {
            if (!stay.IsPresent || !stay.IsAbout(Topics.Stay))
                continue;
            var newborn = stay.IsAbout(Topics.NewbornCare);
            if (newborn && lesion.AgeAtOnset.Is(TimeThresholds.HeelStickAge) == true && lesion.SomeIn(Heel) == FindingState.Present)
                picture.Present(Finding.StayRecentHospital, stay);
            else if ((stay.Until ?? stay.Since) is { } end && lesion.Time.Onset is { } onset)
                picture.Say(Finding.StayRecentHospital, onset.DaysSince(end) is ( >= 0, var most) && TimeThresholds.RecentStay.Holds(most) ? FindingState.Present : FindingState.Absent, stay);
            else if (newborn && TimeThresholds.RecentStay.Holds(lesion.AgeAtOnset.MaxDays))
                picture.Present(Finding.StayRecentHospital, stay);
        }
    }
}
