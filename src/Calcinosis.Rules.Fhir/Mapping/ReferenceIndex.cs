using Calcinosis.Rules.Fhir.Resources;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>
/// Finds resources by reference: relative with or without a version, absolute, <c>urn:uuid:</c>, and <c>#id</c> of a
/// contained resource. Two resources with one name: the first counts, the others are known as repeated.
/// </summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<string, ResourceRecord> _byName;
    private readonly HashSet<ResourceRecord> _repeated = [];

    /// <summary>What was asked for last: resources one after the other refer to the same patient.</summary>
    private (string Reference, ResourceRecord Record)? _last;

    public ReferenceIndex(List<ResourceRecord> resources)
    {
        _byName = new Dictionary<string, ResourceRecord>(resources.Count * 2, StringComparer.Ordinal);
        foreach (var record in resources)
        {
            if (record.Id is { Length: > 0 } id && !_byName.TryAdd(record.Relative, record) && record.Kind != ResourceKind.Other)
                _repeated.Add(record);
            if (record.FullUrl is { Length: > 0 } url)
                _byName.TryAdd(url, record);
        }
    }

    public bool IsRepeated(ResourceRecord record) => _repeated.Contains(record);

    /// <summary>The resource that a reference leads to; null when it is not in the input.</summary>
    public ResourceRecord? Find(string? reference, ResourceRecord from)
    {
        if (string.IsNullOrWhiteSpace(reference))
            return null;
        if (reference[0] == '#')
            return Contained(from, reference[1..]);
        if (_last is { } last && ReferenceEquals(last.Reference, reference))
            return last.Record;
        if (_byName.TryGetValue(reference, out var named))
        {
            _last = (reference, named);
            return named;
        }

        return _byName.GetValueOrDefault(Canonical(reference)) ?? Contained(from, reference);
    }

    /// <summary>Type and id of a reference, without server and version; other references as they stand.</summary>
    public static string Canonical(string reference)
    {
        var text = reference.Trim();
        var history = text.IndexOf("/_history/", StringComparison.Ordinal);
        if (history > 0)
            text = text[..history];
        if (text.StartsWith("urn:", StringComparison.Ordinal))
            return text;
        var slash = text.LastIndexOf('/');
        var before = slash <= 0 ? -1 : text.LastIndexOf('/', slash - 1);
        return before < 0 ? text : text[(before + 1)..];
    }

    private static ResourceRecord? Contained(ResourceRecord from, string id)
    {
        var holder = from.Container ?? from;
        return holder.Contained?.Find(inner => string.Equals(inner.Id, id, StringComparison.Ordinal));
    }
}
