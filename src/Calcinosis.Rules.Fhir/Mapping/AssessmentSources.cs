using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>
/// Names FHIR resources and elements in an assessment where it points into the findings document: <c>/lesions/0/pain</c>
/// becomes <c>Observation/abc#Observation.component[2].valueCodeableConcept</c>.
/// </summary>
internal sealed class AssessmentSources(IReadOnlyDictionary<string, FhirSource> provenance)
{
    /// <summary>The FHIR element behind a member of an entry, where it is not the member's own.</summary>
    private static readonly Dictionary<string, string> Elements = new(StringComparer.Ordinal)
    {
        ["labs/value"] = "value[x]",
        ["labs/unit"] = "value[x]",
        ["labs/takenOn"] = "effective[x]",
        ["conditions/since"] = "onset[x]",
        ["conditions/until"] = "abatement[x]",
        ["conditions/onsetAgeYears"] = "onset[x]",
        ["conditions/site"] = "bodySite",
        ["conditions/lesions"] = "evidence.detail",
        ["measurements/value"] = "value[x]",
        ["imaging/takenOn"] = "effective[x]",
        ["histology/takenOn"] = "effective[x]",
    };

    public Assessment Apply(Assessment assessment) => assessment with
    {
        Lesions = [.. assessment.Lesions.Select(lesion => lesion with { Suggestions = [.. lesion.Suggestions.Select(Apply)] })],
        RedFlags = [.. assessment.RedFlags.Select(flag => flag with { Why = Lines(flag.Why) })],
        Cautions = [.. assessment.Cautions.Select(caution => caution with { Why = Lines(caution.Why) })],
        Treatments = [.. assessment.Treatments.Select(treatment => treatment with { BlockedBy = Blocks(treatment.BlockedBy), Cautions = Blocks(treatment.Cautions) })],
        Derived = [.. assessment.Derived.Select(value => value with { From = Names(value.From) })],
        Notes = [.. assessment.Notes.Select(note => note with { From = Names(note.From) })],
        NotUnderstood = [.. assessment.NotUnderstood.Select(line => line with { Path = Name(line.Path) })],
        Issues = [.. assessment.Issues.Select(issue => issue with { Path = Name(issue.Path) })],
    };

    /// <summary>The FHIR name of a place in the document; what is no such place stays as it is.</summary>
    public string Name(string pointer)
    {
        if (pointer.Length == 0 || pointer[0] != '/')
            return pointer;
        if (provenance.TryGetValue(pointer, out var exact))
            return exact.ToString();
        for (var slash = pointer.LastIndexOf('/'); slash > 0; slash = pointer.LastIndexOf('/', slash - 1))
        {
            if (provenance.TryGetValue(pointer[..slash], out var source))
                return Within(source, pointer, slash);
        }

        // "/patient" stands for all that is known of the person.
        foreach (var (key, source) in provenance)
        {
            if (key.StartsWith(pointer + "/", StringComparison.Ordinal))
                return source.Resource;
        }

        return pointer;
    }

    private static string Within(FhirSource source, string pointer, int slash)
    {
        var section = pointer[1..pointer.IndexOf('/', 1)];
        var member = pointer[(slash + 1)..];
        var element = Elements.GetValueOrDefault($"{section}/{member}");
        return element is null ? source.ToString() : new FhirSource(source.Resource, $"{source.Element}.{element}").ToString();
    }

    private Suggestion Apply(Suggestion suggestion) => suggestion with
    {
        Why = Lines(suggestion.Why),
        Against = Lines(suggestion.Against),
        WhyNotHigher = Lines(suggestion.WhyNotHigher),
    };

    private IReadOnlyList<TreatmentBlock> Blocks(IReadOnlyList<TreatmentBlock> blocks) => [.. blocks.Select(block => block with { Why = Lines(block.Why) })];

    private IReadOnlyList<EvidenceLine> Lines(IReadOnlyList<EvidenceLine> lines) => [.. lines.Select(line => line.From.Count == 0 ? line : line with { From = Names(line.From) })];

    private IReadOnlyList<string> Names(IReadOnlyList<string> from) => [.. from.Select(Name).Distinct(StringComparer.Ordinal)];
}
