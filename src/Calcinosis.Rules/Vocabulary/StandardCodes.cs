using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>Looks standard codes up: exact code first, then the longest category that covers it.</summary>
internal sealed class StandardCodes
{
    private readonly Dictionary<(string System, string Code), IReadOnlyList<Term>> _exact = [];
    private readonly List<(string System, string Prefix, IReadOnlyList<Term> Terms)> _categories = [];

    public StandardCodes(IReadOnlyDictionary<(TermKind, string), Term> terms)
    {
        foreach (var (system, code, kind, codes) in VocabularyData.Codes())
        {
            if (kind == "site")
                continue;
            var found = codes.Select(own => Enum.GetValues<TermKind>().Select(candidate => terms.GetValueOrDefault((candidate, own))).FirstOrDefault(term => term is not null && KindOf(term.Kind) == kind)
                ?? throw new InvalidDataException($"codes.txt: {system} {code} names '{own}', which is no {kind}.")).ToArray();
            if (code.EndsWith('-'))
                _categories.Add((system, Plain(code.TrimEnd('-')), found));
            else
                _exact[(system, Plain(code))] = found;
        }

        _categories.Sort((a, b) => b.Prefix.Length.CompareTo(a.Prefix.Length));
    }

    public IReadOnlyList<Term> Find(Coding coding)
    {
        if (coding.Value is not { Length: > 0 } value || SystemOf(coding.System) is not { } systems)
            return [];
        var code = Plain(value);
        foreach (var system in systems)
        {
            for (var length = code.Length; length >= 3; length--)
            {
                if (_exact.TryGetValue((system, code[..length]), out var terms))
                    return terms;
                // Only ICD codes are a hierarchy of prefixes, and ATC codes of classes.
                if (system is not ("icd10cm" or "icd10"))
                    break;
            }

            foreach (var (known, prefix, terms) in _categories)
            {
                if (known == system && code.StartsWith(prefix, StringComparison.Ordinal))
                    return terms;
            }
        }

        return [];
    }

    /// <summary>Codes compare without dots, in upper case and without surrounding blanks.</summary>
    private static string Plain(string code) => code.Trim().Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string KindOf(TermKind kind) => kind.ToString().ToLowerInvariant();

    private static string[]? SystemOf(string? system)
    {
        var name = system?.Trim().TrimEnd('/').ToLowerInvariant();
        return name switch
        {
            null or "" => null,
            "http://loinc.org" or "urn:oid:2.16.840.1.113883.6.1" or "ln" or "loinc" => ["loinc"],
            "http://hl7.org/fhir/sid/icd-10-cm" or "urn:oid:2.16.840.1.113883.6.90" or "i10" or "icd-10-cm" or "icd10cm" => ["icd10cm"],
            "http://hl7.org/fhir/sid/icd-10" or "urn:oid:2.16.840.1.113883.6.3" or "http://fhir.de/codesystem/bfarm/icd-10-gm" or "icd-10" or "icd10" => ["icd10"],
            "http://www.nlm.nih.gov/research/umls/rxnorm" or "urn:oid:2.16.840.1.113883.6.88" or "rxnorm" => ["rxnorm"],
            "http://www.whocc.no/atc" or "urn:oid:2.16.840.1.113883.6.73" or "atc" => ["atc"],
            "urn:oid:2.16.840.1.113883.6.96" or "sct" or "snomed-ct" or "snomed" or "snomed ct" => ["snomed"],
            _ => name.StartsWith("http://snomed.info/sct", StringComparison.Ordinal) ? ["snomed"] : null,
        };
    }
}
