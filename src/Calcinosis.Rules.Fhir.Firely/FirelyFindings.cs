using Calcinosis.Rules.Fhir.Reading;
using Calcinosis.Rules.Findings;
using Hl7.Fhir.Model;

namespace Calcinosis.Rules.Fhir.Firely;

/// <summary>
/// Turns <c>Hl7.Fhir.R4</c> objects into findings documents, one a patient, by the same mapping as <see cref="FhirFindings"/>.
/// For callers who hold the objects already; from bytes <see cref="FhirFindings"/> is much faster. The objects are not changed.
/// </summary>
public static class FirelyFindings
{
    /// <summary>Reads a Bundle of any type.</summary>
    /// <param name="bundle">The Bundle.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bundle"/> is null.</exception>
    public static FhirReadResult Read(Bundle bundle, FhirReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var input = new FhirInput();
        Add(bundle, input, outermost: true);
        return FhirFindings.Map(input, options ?? new FhirReadOptions());
    }

    /// <summary>Reads loose resources, among them Bundles; references between them are followed.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="options">Settings; null is the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="resources"/> is null.</exception>
    public static FhirReadResult Read(IEnumerable<Resource> resources, FhirReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var input = new FhirInput();
        foreach (var resource in resources)
        {
            if (resource is Bundle bundle)
                Add(bundle, input, outermost: false);
            else if (resource is not null)
                Take(resource, null, input);
        }

        return FhirFindings.Map(input, options ?? new FhirReadOptions());
    }

    private static void Add(Bundle bundle, FhirInput input, bool outermost)
    {
        if (outermost)
        {
            if (FhirTime.TryParse(bundle.TimestampElement?.ToString(), out var day, out _))
                input.AsOf = day;
            input.Id = bundle.Identifier?.Value;
        }

        if (bundle.Link?.Exists(link => link.Relation == "next") == true)
            input.Warn("more-pages", "a link to a next page", "all pages", "The Bundle is one page of several; read all pages together, or findings are missing.", "Bundle.link");
        foreach (var entry in bundle.Entry ?? [])
        {
            if (entry.Resource is Bundle inner)
                Add(inner, input, outermost: false);
            else if (entry.Resource is { } resource)
                Take(resource, entry.FullUrl, input);
        }
    }

    private static void Take(Resource resource, string? fullUrl, FhirInput input)
    {
        var record = ResourceConverter.Convert(resource);
        record.FullUrl = fullUrl;
        input.Add(record);
        if (resource is Composition)
            input.AsOf ??= record.When?.Start;
    }
}
