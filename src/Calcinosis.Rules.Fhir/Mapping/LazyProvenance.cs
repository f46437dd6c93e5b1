using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>Where one part of a document came from.</summary>
/// <param name="Place">The pointer; or the section, when <paramref name="Index"/> is not negative.</param>
/// <param name="Index">Place in the section; -1 for a whole pointer.</param>
/// <param name="Record">The resource.</param>
/// <param name="Element">The element in it.</param>
internal readonly record struct SourceNote(string Place, int Index, ResourceRecord Record, string Element);

/// <summary>The sources of a document by pointer. The names are made when the first one is asked for: most callers ask for none.</summary>
internal sealed class LazyProvenance(List<SourceNote> notes) : IReadOnlyDictionary<string, FhirSource>
{
    private readonly Lazy<Dictionary<string, FhirSource>> _sources = new(() =>
    {
        var sources = new Dictionary<string, FhirSource>(notes.Count, StringComparer.Ordinal);
        foreach (var (place, index, record, element) in notes)
            sources.TryAdd(index < 0 ? place : string.Create(CultureInfo.InvariantCulture, $"/{place}/{index}"), DocumentDraft.Of(record, element));
        return sources;
    });

    public int Count => _sources.Value.Count;

    public IEnumerable<string> Keys => _sources.Value.Keys;

    public IEnumerable<FhirSource> Values => _sources.Value.Values;

    public FhirSource this[string key] => _sources.Value[key];

    public bool ContainsKey(string key) => _sources.Value.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FhirSource value) => _sources.Value.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, FhirSource>> GetEnumerator() => _sources.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
