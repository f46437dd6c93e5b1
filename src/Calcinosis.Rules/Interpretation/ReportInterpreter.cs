using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>What images and biopsies say about one lesion, and what an adequate report leaves out.</summary>
internal sealed class ReportInterpreter(ClinicalVocabulary vocabulary, PatientContext patient, List<NotUnderstood> notUnderstood)
{
    private const string OnlyInVessels = "lesion.calcium-only-in-vessels";
    private static readonly string[] ReadFromSilence = ["cyst-wall", "tumour", "carcinoma", "parasite", "small-vessel-calcification", "bone", "osteocytes", "ghost-cells"];
    private static readonly HashSet<string> VesselFindings = new(["small-vessel-calcification", "vessel-thrombosis", "intimal-hyperplasia", "diffuse-dermal-angiomatosis"], StringComparer.Ordinal);
    private static readonly HashSet<string> LocalCauses = new(["cyst-wall", "tumour", "carcinoma", "ghost-cells", "parasite", "ghost-adipocytes", "elastic-fibre-calcification"], StringComparer.Ordinal);

    public void Interpret(LesionCase lesion, int lesions, PictureBuilder picture)
    {
        var document = patient.Document;
        for (var i = 0; i < document.Imaging.Count; i++)
            Image(document.Imaging[i], DocumentResolver.Path(document.Imaging[i], "imaging", i), lesion, picture);
        for (var i = 0; i < document.Histology.Count; i++)
            Biopsy(document.Histology[i], DocumentResolver.Path(document.Histology[i], "histology", i), lesion, lesions, picture);
        for (var i = 0; i < document.Spectroscopy.Count; i++)
        {
            var result = document.Spectroscopy[i];
            if (result.Mineral is not { } mineral || mineral == Mineral.Other || !(result.Lesion is null || result.Lesion == lesion.Id))
                continue;
            var path = DocumentResolver.Path(result, "spectroscopy", i);
            picture.Present("spectroscopy." + mineral.ToString().ToLowerInvariant(), "spectroscopy", path);
            if (mineral == Mineral.Apatite)
            {
                picture.Present("lesion.calcification-proven", "apatite by spectroscopy", path);
                picture.Decide(OnlyInVessels, FindingState.Absent, "apatite by spectroscopy", path);
            }
        }
    }

    private void Image(ImagingStudy study, string path, LesionCase lesion, PictureBuilder picture)
    {
        if (patient.IsAfterAsOf(study.TakenOn) || !Concerns(study.Lesion, study.Lesions, lesion.Id))
            return;
        foreach (var (term, state, _, seen) in Findings(TermKind.Imaging, study.Findings, path))
        {
            picture.Say("imaging." + term.Code, state, seen, path);
            if (state == FindingState.Present && term.Is("calcium") && study.Modality is not Modality.BoneScan)
                Calcium(picture, term, seen, path);
            if (state == FindingState.Present && term.Code == "no-calcification" && study.Modality is Modality.XRay or Modality.Ct && IsLate(study, lesion))
                picture.Present("imaging.calcium-not-found", seen, path);
        }

    }

    /// <summary>Calcium in vessel walls proves calcium, but no deposit: one deposit seen elsewhere settles that.</summary>
    private static void Calcium(PictureBuilder picture, Term term, string seen, string path)
    {
        picture.Present("lesion.calcification-proven", seen, path);
        if (!term.Is("vessel"))
            picture.Decide(OnlyInVessels, FindingState.Absent, seen, path);
        else if (picture.StateOf(OnlyInVessels) != FindingState.Absent)
            picture.Present(OnlyInVessels, seen, path);
    }

    private static bool IsLate(ImagingStudy study, LesionCase lesion) =>
        study.TakenOn is { } taken && lesion.Time.Onset is { } onset && TimeThresholds.FilmLag.Holds(DaySpan.Of(taken).DaysSince(onset).Min);

    private void Biopsy(HistologyReport report, string path, LesionCase lesion, int lesions, PictureBuilder picture)
    {
        if (patient.IsAfterAsOf(report.TakenOn) || !Concerns(report.Lesion, report.Lesions, lesion.Id))
            return;
        var named = report.Lesion is not null || report.Lesions.Count > 0;
        var shared = !named && lesions > 1;
        var ischaemic = picture.StateOf("lesion.necrosis") == FindingState.Present || picture.StateOf("lesion.retiform-purpura") == FindingState.Present
            || picture.StateOf("lesion.livedo") == FindingState.Present || picture.StateOf("lesion.ischaemic-pattern") == FindingState.Present;
        var said = new HashSet<string>(StringComparer.Ordinal);
        var calcium = Stains(report);
        foreach (var (term, state, extent, seen) in Findings(TermKind.Histology, report.Findings, path))
        {
            said.Add(term.Code);
            if (shared && (LocalCauses.Contains(term.Code) || (VesselFindings.Contains(term.Code) && !ischaemic)))
            {
                picture.Notes.Add(new ReadingNote("biopsy-without-lesion", $"{seen}: the report names no lesion, so it was not read for this one", [path]));
                continue;
            }

            picture.Say("histology." + term.Code, state, seen, path);
            if (term.Code == "osteocytes" && state == FindingState.Present)
                picture.Present("histology.bone", seen, path);
            if (term.Code == "cyst-wall" && state == FindingState.Present && extent is { } share)
                picture.Present(share == FindingExtent.All ? "histology.cyst-wall.all" : "histology.cyst-wall.some", seen, path);
            if (state == FindingState.Present && term.Is("calcium"))
            {
                calcium = true;
                Calcium(picture, term, "calcium in the biopsy", path);
            }
        }

        if (Stains(report))
        {
            picture.Present("lesion.calcification-proven", "calcium in the biopsy", path);
            if (picture.StateOf(OnlyInVessels) == FindingState.Unknown)
                picture.Decide(OnlyInVessels, FindingState.Absent, "calcium in the biopsy", path);
        }

        if (calcium && !said.Any(code => code is "dermal-calcium" or "upper-dermal-calcium" or "subcutaneous-calcium" or "calcium"))
            picture.Present("histology.calcium", "calcium in the biopsy", path);
        if (report.Adequate != false)
            Silence(calcium, said, path, picture);
        Vessels(report, said, path, picture);
        if (report.Adequate == true && report.Decalcified != true && !calcium && (said.Contains("no-calcium") || report.Stains.Any(stain => stain.Result == LabInterpretation.Negative)))
            picture.Present("histology.calcium-not-found", "adequate biopsy without calcium", path);
    }

    /// <summary>A report that names calcium and no cause is read as having found none: pathologists report what they see.</summary>
    private static void Silence(bool calcium, HashSet<string> said, string path, PictureBuilder picture)
    {
        if (!calcium)
            return;
        var read = ReadFromSilence.Where(code => !said.Contains(code)).ToArray();
        foreach (var finding in read.Select(code => "histology." + code).Where(finding => picture.StateOf(finding) == FindingState.Unknown && !picture.IsContradicted(finding)))
        {
            picture.Absent(finding, "the report names calcium and not this", path);
            picture.MarkAsAssumed(finding, "the biopsy report names calcium and not this; taken as absent");
        }

        if (read.Length > 0)
            picture.Notes.Add(new ReadingNote("histology-silence", "the biopsy report names calcium and no cyst wall, tumour, parasite, vessel disease or bone; they were taken as absent", [path]));
    }

    private static void Vessels(HistologyReport report, HashSet<string> said, string path, PictureBuilder picture)
    {
        var deep = report.Depth is SpecimenDepth.Subcutis or SpecimenDepth.Fascia or SpecimenDepth.Muscle;
        var vessels = said.Contains("small-vessel-calcification") || said.Contains("extravascular-calcium") || said.Contains("vessel-thrombosis");
        if (said.Contains("no-vessel-changes"))
        {
            picture.Absent("histology.small-vessel-calcification", "no vessel changes", path);
            picture.Absent("histology.vessel-thrombosis", "no vessel changes", path);
        }

        if (report.Adequate == true && deep && !vessels)
            picture.Present("histology.deep-without-vessel-changes", "deep adequate biopsy names no vessel changes", path);
    }

    private static bool Stains(HistologyReport report) =>
        report.Stains.Any(stain => stain.Stain is Stain.VonKossa or Stain.Alizarin && stain.Result == LabInterpretation.Positive);

    private static bool Concerns(string? lesion, IReadOnlyList<string> more, string id) =>
        (lesion is null && more.Count == 0) || lesion == id || more.Contains(id);

    private IEnumerable<(Term Term, FindingState State, FindingExtent? Extent, string Seen)> Findings(TermKind kind, IReadOnlyList<ReportFinding> findings, string path)
    {
        foreach (var finding in findings)
        {
            var resolution = vocabulary.Resolve(kind, finding.Code, finding.Codings, finding.Text);
            foreach (var part in resolution.Leftover)
            {
                var line = new NotUnderstood(path, kind.ToString().ToLowerInvariant(), part, "not in the vocabulary; it took no part");
                if (!notUnderstood.Contains(line))
                    notUnderstood.Add(line);
            }

            foreach (var term in resolution.Terms)
            {
                var absent = finding.Status == PresenceStatus.Absent ^ term.Negated;
                yield return (term.Term, absent ? FindingState.Absent : term.Suspected ? FindingState.Unknown : FindingState.Present, finding.Extent, finding.Text ?? term.Term.Label);
            }
        }
    }
}
