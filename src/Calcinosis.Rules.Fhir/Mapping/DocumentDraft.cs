using System.Globalization;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>One patient's document while it is written, with the source of every entry and all that was left out.</summary>
internal sealed class DocumentDraft
{
    private readonly List<(string Pointer, FhirSource Source)> _sources = [];

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

    public List<LeftOut> LeftOut { get; } = [];

    public void Add(LabResult entry, ResourceRecord record, string element) => Add(Labs, entry with { From = From(record, element) }, "labs", record, element);

    public void Add(Condition entry, ResourceRecord record, string element) => Add(Conditions, entry with { From = From(record, element) }, "conditions", record, element);

    public void Add(Exposure entry, ResourceRecord record, string element) => Add(Exposures, entry with { From = From(record, element) }, "exposures", record, element);

    public void Add(FamilyHistoryEntry entry, ResourceRecord record, string element) => Add(Family, entry with { From = From(record, element) }, "familyHistory", record, element);

    public void Add(BedsideMeasurement entry, ResourceRecord record, string element) => Add(Measurements, entry with { From = From(record, element) }, "measurements", record, element);

    public void Add(SpectroscopyResult entry, ResourceRecord record, string element) => Add(Spectroscopy, entry with { From = From(record, element) }, "spectroscopy", record, element);

    public void Add(GeneticResult entry, ResourceRecord record, string element) => Add(Genetics, entry with { From = From(record, element) }, "genetics", record, element);

    public void Add(ImagingStudy entry, ResourceRecord record, string element) => Add(Imaging, entry with { From = From(record, element) }, "imaging", record, element);

    public void Add(HistologyReport entry, ResourceRecord record, string element) => Add(Histology, entry with { From = From(record, element) }, "histology", record, element);

    public void Add(Lesion entry, ResourceRecord record, string element) => Add(Lesions, entry with { From = From(record, element) }, "lesions", record, element);

    /// <summary>Notes where a part of an entry came from.</summary>
    public void Source(string pointer, ResourceRecord record, string element) => _sources.Add((pointer, Of(record, element)));

    public void Leave(ResourceRecord record, string element, LeftOutReason reason, string what, string text) =>
        LeftOut.Add(new LeftOut(Of(record, element), reason, Concept.Short(what), text));

    public void Warn(ResourceRecord record, string element, string code, string? found, string expected, string message) =>
        Issues.Add(new Issue(code, IssueSeverity.Warning, Of(record, element).ToString(), found is null ? null : Concept.Short(found), expected, message));

    public IReadOnlyDictionary<string, FhirSource> Provenance()
    {
        var provenance = new Dictionary<string, FhirSource>(_sources.Count, StringComparer.Ordinal);
        foreach (var (pointer, source) in _sources)
            provenance.TryAdd(pointer, source);
        return provenance;
    }

    private void Add<T>(List<T> list, T entry, string section, ResourceRecord record, string element)
    {
        Source(string.Create(CultureInfo.InvariantCulture, $"/{section}/{list.Count}"), record, element);
        list.Add(entry);
    }

    /// <summary>An entry names its resource; a part of a resource is named with its element.</summary>
    private static string From(ResourceRecord record, string element) => element.Contains('[', StringComparison.Ordinal) ? Of(record, element).ToString() : record.Reference;

    private static FhirSource Of(ResourceRecord record, string element) =>
        new(record.Reference, element.Length == 0 ? record.TypeName : char.IsAsciiLetterUpper(element[0]) ? element : $"{record.TypeName}.{element}");
}
