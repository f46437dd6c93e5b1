using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>What images and biopsies say about one lesion, and what an adequate report leaves out.</summary>
internal sealed class ReportInterpreter(ClinicalVocabulary vocabulary, PatientContext patient, List<NotUnderstood>? notUnderstood)
{
    private static readonly int OnlyInVessels = Finding.LesionCalciumOnlyInVessels;
    private static readonly (ulong Term, int Finding)[] ReadFromSilence =
        [.. new[] { "cyst-wall", "tumour", "carcinoma", "parasite", "small-vessel-calcification", "bone", "osteocytes", "ghost-cells" }.Select(code => (TermMeaning.SaidOf(code), Finding.Of("histology." + code)))];
    private static readonly ulong VesselFindings = TermMeaning.SaidOf("small-vessel-calcification", "vessel-thrombosis", "intimal-hyperplasia", "diffuse-dermal-angiomatosis");
    private static readonly ulong LocalCauses = TermMeaning.SaidOf("cyst-wall", "tumour", "carcinoma", "ghost-cells", "parasite", "ghost-adipocytes", "elastic-fibre-calcification");
    private static readonly ulong CalciumWithPlace = TermMeaning.SaidOf("dermal-calcium", "upper-dermal-calcium", "subcutaneous-calcium", "calcium");
    private static readonly ulong NoCalcium = TermMeaning.SaidOf("no-calcium");
    private static readonly ulong NoVesselChanges = TermMeaning.SaidOf("no-vessel-changes");
    private static readonly ulong VesselChanges = TermMeaning.SaidOf("small-vessel-calcification", "extravascular-calcium", "vessel-thrombosis");

    /// <summary>The terms that the report at hand names, one bit each.</summary>
    private ulong _said;

    public void Interpret(LesionCase lesion, int lesions, PictureBuilder picture)
    {
        var document = patient.Document;
        for (var i = 0; i < document.Imaging.Count; i++)
            Image(document.Imaging[i], i, lesion, picture);
        for (var i = 0; i < document.Histology.Count; i++)
            Biopsy(document.Histology[i], i, lesion, lesions, picture);
        for (var i = 0; i < document.Spectroscopy.Count; i++)
            Spectroscopy(document.Spectroscopy[i], i, lesion, picture);
    }

    private static void Spectroscopy(SpectroscopyResult result, int index, LesionCase lesion, PictureBuilder picture)
    {
        if (result.Mineral is not { } mineral || mineral == Mineral.Other || !(result.Lesion is null || result.Lesion == lesion.Id))
            return;
        var from = Origin.Of(result, "spectroscopy", index);
        picture.Present(Finding.Find("spectroscopy." + mineral.ToString().ToLowerInvariant()), "spectroscopy", from);
        if (mineral != Mineral.Apatite)
            return;
        picture.Present(Finding.LesionCalcificationProven, "apatite by spectroscopy", from);
        picture.Decide(OnlyInVessels, FindingState.Absent, "apatite by spectroscopy", from);
    }

    private void Image(ImagingStudy study, int index, LesionCase lesion, PictureBuilder picture)
    {
        if (patient.IsAfterAsOf(study.TakenOn) || !Concerns(study.Lesion, study.Lesions, lesion.Id))
            return;
        var from = Origin.Of(study, "imaging", index);
        for (var i = 0; i < study.Findings.Count; i++)
        {
            var finding = study.Findings[i];
            var terms = Terms(TermKind.Imaging, finding, from);
            for (var j = 0; j < terms.Count; j++)
            {
                var (term, state, seen) = (terms[j].Term, StateOf(finding, terms[j]), finding.Text ?? terms[j].Term.Label);
                var meaning = TermMeaning.Of(term);
                picture.Say(meaning.Imaging, state, seen, from);
                if (state == FindingState.Present && meaning.IsCalcium && study.Modality is not Modality.BoneScan)
                    Calcium(picture, meaning, seen, from);
                if (FindsNone(term, state) && study.Modality is Modality.XRay or Modality.Ct && IsLate(study, lesion))
                    picture.Present(Finding.ImagingCalciumNotFound, seen, from);
            }
        }
    }

    /// <summary>Calcium in vessel walls proves calcium, but no deposit: one deposit seen elsewhere settles that.</summary>
    private static void Calcium(PictureBuilder picture, TermMeaning term, string seen, Origin from)
    {
        picture.Present(Finding.LesionCalcificationProven, seen, from);
        if (!term.IsOfVessels)
            picture.Decide(OnlyInVessels, FindingState.Absent, seen, from);
        else if (picture.StateOf(OnlyInVessels) != FindingState.Absent)
            picture.Present(OnlyInVessels, seen, from);
    }

    /// <summary>"No calcification", or calcification that is stated as absent.</summary>
    private static bool FindsNone(Term term, FindingState state) =>
        (state == FindingState.Present && term.Code == "no-calcification") || (state == FindingState.Absent && term.Code == "soft-tissue-calcification");

    private static bool IsLate(ImagingStudy study, LesionCase lesion) =>
        study.TakenOn is { } taken && lesion.Time.Onset is { } onset && TimeThresholds.FilmLag.Holds(DaySpan.Of(taken).DaysSince(onset).Min);

    private void Biopsy(HistologyReport report, int index, LesionCase lesion, int lesions, PictureBuilder picture)
    {
        if (patient.IsAfterAsOf(report.TakenOn) || !Concerns(report.Lesion, report.Lesions, lesion.Id))
            return;
        var from = Origin.Of(report, "histology", index);
        var shared = report.Lesion is null && report.Lesions.Count == 0 && lesions > 1;
        var ischaemic = picture.StateOf(Finding.LesionNecrosis) == FindingState.Present || picture.StateOf(Finding.LesionRetiformPurpura) == FindingState.Present
            || picture.StateOf(Finding.LesionLivedo) == FindingState.Present || picture.StateOf(Finding.LesionIschaemicPattern) == FindingState.Present;
        _said = 0;
        var calcium = Stains(report);
        var soughtInVain = IsNegative(report);
        for (var i = 0; i < report.Findings.Count; i++)
        {
            var finding = report.Findings[i];
            var terms = Terms(TermKind.Histology, finding, from);
            for (var j = 0; j < terms.Count; j++)
            {
                var (term, seen) = (terms[j].Term, finding.Text ?? terms[j].Term.Label);
                var said = TermMeaning.Of(term).Said;
                _said |= said;
                if (shared && ((LocalCauses & said) != 0 || ((VesselFindings & said) != 0 && !ischaemic)))
                {
                    if (picture.KeepsWords)
                        picture.Notes.Add(new ReadingNote("biopsy-without-lesion", $"{seen}: the report names no lesion, so it was not read for this one", from.Paths));
                    continue;
                }

                var state = StateOf(finding, terms[j]);
                // "Calcium: absent" says what "no calcium" says.
                soughtInVain |= state == FindingState.Absent && TermMeaning.Of(term).Histology == Finding.HistologyCalcium;
                calcium |= Tissue(term, state, finding.Extent, seen, from, picture);
            }
        }

        if (Stains(report))
        {
            picture.Present(Finding.LesionCalcificationProven, "calcium in the biopsy", from);
            if (picture.StateOf(OnlyInVessels) == FindingState.Unknown)
                picture.Decide(OnlyInVessels, FindingState.Absent, "calcium in the biopsy", from);
        }

        if (calcium && (_said & CalciumWithPlace) == 0)
            picture.Present(Finding.HistologyCalcium, "calcium in the biopsy", from);
        if (report.Adequate != false && calcium)
            Silence(from, picture);
        Vessels(report, from, picture);
        if (report.Adequate == true && report.Decalcified != true && !calcium && (soughtInVain || (_said & NoCalcium) != 0))
            picture.Present(Finding.HistologyCalciumNotFound, "adequate biopsy without calcium", from);
    }

    /// <summary>One finding of a biopsy; true when it shows calcium.</summary>
    private static bool Tissue(Term term, FindingState state, FindingExtent? extent, string seen, Origin from, PictureBuilder picture)
    {
        var meaning = TermMeaning.Of(term);
        picture.Say(meaning.Histology, state, seen, from);
        if (state != FindingState.Present)
            return false;
        if (term.Code == "osteocytes")
            picture.Present(Finding.HistologyBone, seen, from);
        if (term.Code == "cyst-wall" && extent is { } share)
            picture.Present(share == FindingExtent.All ? Finding.HistologyCystWallAll : Finding.HistologyCystWallSome, seen, from);
        if (meaning.IsCalcium)
            Calcium(picture, meaning, "calcium in the biopsy", from);
        return meaning.IsCalcium;
    }

    /// <summary>A report that names calcium and no cause is read as having found none: pathologists report what they see.</summary>
    private void Silence(Origin from, PictureBuilder picture)
    {
        var any = false;
        foreach (var (term, finding) in ReadFromSilence)
        {
            if ((_said & term) != 0)
                continue;
            any = true;
            if (picture.StateOf(finding) != FindingState.Unknown || picture.IsContradicted(finding))
                continue;
            picture.Absent(finding, "the report names calcium and not this", from);
            picture.MarkAsAssumed(finding, "the biopsy report names calcium and not this; taken as absent");
        }

        if (any && picture.KeepsWords)
            picture.Notes.Add(new ReadingNote("histology-silence", "the biopsy report names calcium and no cyst wall, tumour, parasite, vessel disease or bone; they were taken as absent", from.Paths));
    }

    private void Vessels(HistologyReport report, Origin from, PictureBuilder picture)
    {
        var deep = report.Depth is SpecimenDepth.Subcutis or SpecimenDepth.Fascia or SpecimenDepth.Muscle;
        if ((_said & NoVesselChanges) != 0)
        {
            picture.Absent(Finding.HistologySmallVesselCalcification, "no vessel changes", from);
            picture.Absent(Finding.HistologyVesselThrombosis, "no vessel changes", from);
        }

        if (report.Adequate == true && deep && (_said & VesselChanges) == 0)
            picture.Present(Finding.HistologyDeepWithoutVesselChanges, "deep adequate biopsy names no vessel changes", from);
    }

    private static bool Stains(HistologyReport report)
    {
        for (var i = 0; i < report.Stains.Count; i++)
        {
            if (report.Stains[i] is { Stain: Stain.VonKossa or Stain.Alizarin, Result: LabInterpretation.Positive })
                return true;
        }

        return false;
    }

    private static bool IsNegative(HistologyReport report)
    {
        for (var i = 0; i < report.Stains.Count; i++)
        {
            if (report.Stains[i].Result == LabInterpretation.Negative)
                return true;
        }

        return false;
    }

    private static bool Concerns(string? lesion, IReadOnlyList<string> more, string id) =>
        (lesion is null && more.Count == 0) || lesion == id || more.Contains(id);

    private static FindingState StateOf(ReportFinding finding, ResolvedTerm term)
    {
        var absent = finding.Status == PresenceStatus.Absent ^ term.Negated;
        return absent ? FindingState.Absent : term.Suspected ? FindingState.Unknown : FindingState.Present;
    }

    private IReadOnlyList<ResolvedTerm> Terms(TermKind kind, ReportFinding finding, Origin from)
    {
        var resolution = vocabulary.Resolve(kind, finding.Code, finding.Codings, finding.Text);
        if (notUnderstood is not null && resolution.Leftover.Count > 0)
        {
            foreach (var part in resolution.Leftover)
            {
                var line = new NotUnderstood(from.Paths[0], kind.ToString().ToLowerInvariant(), part, "not in the vocabulary; it took no part");
                if (!notUnderstood.Contains(line))
                    notUnderstood.Add(line);
            }
        }

        return resolution.Terms;
    }
}
