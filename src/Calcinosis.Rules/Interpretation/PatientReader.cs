using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>The readers of all parts of a document, working in one space; made once a space. For one thread at a time.</summary>
internal sealed class PatientReader
{
    private readonly ReadingSpace _space;
    private readonly DocumentResolver _resolver;
    private readonly LabReader _results;
    private readonly LesionCases _cases;
    private readonly LabInterpreter _labs;
    private readonly LesionInterpreter _lesions;
    private readonly TwinLesions _twins;
    private readonly ConditionInterpreter _conditions;
    private readonly ExposureInterpreter _exposures;
    private readonly ReportInterpreter _reports;

    public PatientReader(ClinicalVocabulary vocabulary, ReadingSpace space)
    {
        _space = space;
        var (patient, document) = (space.Patient, space.Document);
        var notUnderstood = space.KeepsWords ? document.NotUnderstood : null;
        _resolver = new DocumentResolver(vocabulary, patient, space);
        _results = new LabReader(patient, space);
        _cases = new LesionCases(vocabulary, patient);
        _labs = new LabInterpreter(patient, space);
        _lesions = new LesionInterpreter(vocabulary, patient, notUnderstood);
        _twins = new TwinLesions(vocabulary, space.Cases);
        _conditions = new ConditionInterpreter(vocabulary, patient, document);
        _exposures = new ExposureInterpreter(vocabulary, patient, document);
        _reports = new ReportInterpreter(vocabulary, patient, notUnderstood);
    }

    public void Read(FindingsDocument document, DateOnly? callersDay)
    {
        _space.Patient.Become(document, callersDay);
        _resolver.Resolve();
        _results.Read(_space.Document);
        _cases.Find(NamesType(_space.Document), _space.Cases);
        _labs.Begin();
        for (var i = 0; i < _space.Cases.Count; i++)
            Read(_space.Cases[i], document, _space.Picture(i));
    }

    public static bool NamesType(ResolvedDocument resolved)
    {
        if (!resolved.SpeaksOf(Topics.NamesType))
            return false;
        foreach (var statement in resolved.Statements)
        {
            if (statement.IsAbout(Topics.NamesType) && statement.State != FindingState.Absent)
                return true;
        }

        return false;
    }

    private void Read(LesionCase lesion, FindingsDocument document, PictureBuilder picture)
    {
        picture.Clear();
        PatientInterpreter.Interpret(_space.Patient, picture);
        _lesions.Interpret(lesion, picture);
        _twins.Interpret(lesion, picture);
        _conditions.Interpret(lesion, picture);
        _exposures.Interpret(lesion, picture);
        _reports.Interpret(lesion, _space.Cases.Count, picture);
        PatientInterpreter.Family(_space.Document, picture);
        PatientInterpreter.Genes(document, picture);
        _labs.Interpret(lesion.Time, picture);
        if (picture.StateOf(Finding.LesionCalcificationProven) == FindingState.Unknown
            && picture.StateOf(Finding.ImagingCalciumNotFound) == FindingState.Present && picture.StateOf(Finding.HistologyCalciumNotFound) == FindingState.Present)
            picture.Absent(Finding.LesionCalcificationProven, "film and biopsy without calcium", default);
    }
}
