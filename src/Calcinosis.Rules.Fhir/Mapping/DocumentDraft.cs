using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>One patient's document while it is written, with the source of every entry and all that was left out.</summary>
internal sealed class DocumentDraft
{
    private readonly List<SourceNote> _sources = [];
    private readonly List<LeaveNote> _left = [];

    public Patient Patient { get; set; } = new();

    public List<LabResult> Labs { get; } = [];

    public List<Condition> Conditions { get; } = [];

    public List<Exposure> Exposures { get; } = [];

    public List<Lesion> Lesions { get; } = [];

    public List<ImagingStudy> Imaging { get; } = [];

    public List<HistologyReport> Histology { get; } = [];

    public List<FamilyHistoryEntry> Family { get; } = [];

    public List<BedsideMeasurement> Measurements { get; } = [];

    public List<SpectroscopyResult> Spectroscopy { get; } = [];

    public List<GeneticResult> Genetics { get; } = [];

    public List<Issue> Issues { get; } = [];

    public void Add(LabResult entry, ResourceRecord record, string element) => Add(Labs, entry, "labs", record, element);

    public void Add(Condition entry, ResourceRecord record, string element) => Add(Conditions, entry, "conditions", record, element);

    public void Add(Exposure entry, ResourceRecord record, string element) => Add(Exposures, entry, "exposures", record, element);

    public void Add(FamilyHistoryEntry entry, ResourceRecord record, string element) => Add(Family, entry, "familyHistory", record, element);

    public void Add(BedsideMeasurement entry, ResourceRecord record, string element) => Add(Measurements, entry, "measurements", record, element);

    public void Add(SpectroscopyResult entry, ResourceRecord record, string element) => Add(Spectroscopy, entry, "spectroscopy", record, element);

    public void Add(GeneticResult entry, ResourceRecord record, string element) => Add(Genetics, entry, "genetics", record, element);

    public void Add(ImagingStudy entry, ResourceRecord record, string element) => Add(Imaging, entry, "imaging", record, element);

    public void Add(HistologyReport entry, ResourceRecord record, string element) => Add(Histology, entry, "histology", record, element);

    public void Add(Lesion entry, ResourceRecord record, string element) => Add(Lesions, entry, "lesions", record, element);

    /// <summary>Notes where a part of an entry came from.</summary>
    public void Source(string pointer, ResourceRecord record, string element) => _sources.Add(new SourceNote(pointer, -1, record, element));

    public void Leave(ResourceRecord record, string element, LeftOutReason reason, string what, string text) =>
        _left.Add(new LeaveNote(record, element, reason, what, text));

    /// <summary>What took no part; names are made when the list is looked at.</summary>
    public IReadOnlyList<LeftOut> LeftOut() => _left.Count == 0 ? [] : new LazyLeftOut(_left);

    public void Warn(ResourceRecord record, string element, string code, string? found, string expected, string message) =>
        Issues.Add(new Issue(code, IssueSeverity.Warning, Of(record, element).ToString(), found is null ? null : Concept.Short(found), expected, message));

    public IReadOnlyDictionary<string, FhirSource> Provenance() => new LazyProvenance(_sources);

    private void Add<T>(List<T> list, T entry, string section, ResourceRecord record, string element)
    {
        _sources.Add(new SourceNote(section, list.Count, record, element));
        list.Add(entry);
    }

    internal static FhirSource Of(ResourceRecord record, string element) =>
        new(record.Reference, element.Length == 0 ? record.TypeName : char.IsAsciiLetterUpper(element[0]) ? element : $"{record.TypeName}.{element}");
}
