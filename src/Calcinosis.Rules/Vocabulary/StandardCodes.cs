using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Vocabulary;

/// <summary>Looks standard codes up: exact code first, then the longest category that covers it.</summary>
internal sealed class StandardCodes
{
    private readonly Dictionary<(string System, string Code), IReadOnlyList<Term>> _exact = [];
    private readonly Dictionary<string, List<(string Prefix, IReadOnlyList<Term> Terms)>> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<(string System, string Code), string> _sites = [];
    private readonly Dictionary<(string System, string Code), string> _notMapped = VocabularyData.NotMapped().ToDictionary(row => (row.System, Plain(row.Code)), row => row.Why);

    public StandardCodes(IReadOnlyDictionary<(TermKind, string), Term> terms)
    {
        foreach (var (system, code, kind, codes) in VocabularyData.Codes())
        {
            if (kind == "site")
            {
                _sites[(system, Plain(code))] = codes[0].Replace('-', ' ');
                continue;
            }

            var found = codes.Select(own => Enum.GetValues<TermKind>().Select(candidate => terms.GetValueOrDefault((candidate, own))).FirstOrDefault(term => term is not null && KindOf(term.Kind) == kind)
                ?? throw new InvalidDataException($"codes.txt: {system} {code} names '{own}', which is no {kind}.")).ToArray();
            if (code.EndsWith('-'))
                Categories(system).Add((Plain(code.TrimEnd('-')), found));
            else
                _exact[(system, Plain(code))] = found;
        }

        foreach (var categories in _categories.Values)
            categories.Sort((a, b) => b.Prefix.Length.CompareTo(a.Prefix.Length));
    }

    private List<(string Prefix, IReadOnlyList<Term> Terms)> Categories(string system)
    {
        if (!_categories.TryGetValue(system, out var categories))
            _categories[system] = categories = [];
        return categories;
    }

    public IReadOnlyList<Term> Find(Coding coding)
    {
        if (coding.Value is not { Length: > 0 } value)
            return [];
        var code = Plain(value);
        if ((SystemOf(coding.System) ?? SystemsByShape(coding.System, value.Trim())) is not { } systems)
            return [];
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

            if (!_categories.TryGetValue(system, out var categories))
                continue;
            foreach (var (prefix, terms) in categories)
            {
                if (code.StartsWith(prefix, StringComparison.Ordinal))
                    return terms;
            }
        }

        return [];
    }

    /// <summary>Why a code that is known stands for no finding; null when it is not known, or stands for one.</summary>
    public string? WhyNotMapped(Coding coding)
    {
        if (coding.Value is not { Length: > 0 } value || SystemOf(coding.System) is not { } systems)
            return null;
        foreach (var system in systems)
        {
            if (_notMapped.TryGetValue((system, Plain(value)), out var why))
                return why;
        }

        return null;
    }

    /// <summary>The words for a body site code, with its side when the code says it; null when the code is not known.</summary>
    public string? Site(Coding coding)
    {
        if (coding.Value is not { Length: > 0 } value || SystemOf(coding.System) is not ["snomed"])
            return null;
        // SNOMED CT may say the side in an expression: 7569003:272741003=7771000 is a finger, left.
        var parts = value.Split(':', 2, StringSplitOptions.TrimEntries);
        var focus = parts[0].Split('|')[0].Trim();
        if (!_sites.TryGetValue(("snomed", focus), out var words))
            return null;
        var side = parts.Length < 2 || !parts[1].Replace(" ", "", StringComparison.Ordinal).StartsWith("272741003=", StringComparison.Ordinal) ? ""
            : parts[1].Contains("7771000", StringComparison.Ordinal) ? "left "
            : parts[1].Contains("24028007", StringComparison.Ordinal) ? "right "
            : parts[1].Contains("51440002", StringComparison.Ordinal) ? "both " : "";
        return side + words;
    }

    /// <summary>
    /// A code without a system is read only when its shape allows one system: LOINC by its check digit, ICD by letter and
    /// digits. SNOMED CT, RxNorm and CPT are bare numbers and are never guessed.
    /// </summary>
    private static string[]? SystemsByShape(string? system, string code)
    {
        if (!string.IsNullOrWhiteSpace(system))
            return null;
        if (IsLoinc(code))
            return ["loinc"];
        return code.Length is >= 3 and <= 8 && code[0] is >= 'A' and <= 'Z' and not 'U' && char.IsAsciiDigit(code[1]) && char.IsAsciiLetterOrDigit(code[2])
            && (code.Length == 3 || code[3] == '.') && code.AsSpan(3).TrimStart('.').IndexOfAnyExceptInRange('0', 'Z') < 0 ? ["icd10cm", "icd10"] : null;
    }

    /// <summary>Digits, a dash and a check digit by Luhn's rule, as LOINC numbers have.</summary>
    private static bool IsLoinc(string code)
    {
        if (code.Length is < 3 or > 9 || code[^2] != '-' || !char.IsAsciiDigit(code[^1]))
            return false;
        var sum = 0;
        for (var i = code.Length - 3; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(code[i]))
                return false;
            var digit = code[i] - '0';
            if ((code.Length - 3 - i) % 2 == 0)
                digit = digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return (10 - (sum % 10)) % 10 == code[^1] - '0';
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
            "http://loinc.org" or "https://loinc.org" or "urn:oid:2.16.840.1.113883.6.1" or "ln" or "loinc" => ["loinc"],
            "http://hl7.org/fhir/sid/icd-10-cm" or "urn:oid:2.16.840.1.113883.6.90" or "i10" or "icd-10-cm" or "icd10cm" => ["icd10cm", "icd10"],
            "http://hl7.org/fhir/sid/icd-10" or "urn:oid:2.16.840.1.113883.6.3" or "http://fhir.de/codesystem/bfarm/icd-10-gm" or "icd-10" or "icd10" => ["icd10", "icd10cm"],
            "http://www.nlm.nih.gov/research/umls/rxnorm" or "urn:oid:2.16.840.1.113883.6.88" or "rxnorm" => ["rxnorm"],
            "http://www.whocc.no/atc" or "urn:oid:2.16.840.1.113883.6.73" or "atc" => ["atc"],
            "http://www.ama-assn.org/go/cpt" or "urn:oid:2.16.840.1.113883.6.12" or "cpt" => ["cpt"],
            "urn:oid:2.16.840.1.113883.6.96" or "sct" or "snomed-ct" or "snomed" or "snomed ct" => ["snomed"],
            _ => name.StartsWith("http://snomed.info/sct", StringComparison.Ordinal) ? ["snomed"] : null,
        };
    }
}
