namespace Calcinosis.Rules.Fhir.Writing;

/// <summary>Turns the sources of explanation lines into FHIR references to the resources that were read.</summary>
internal sealed class SourceReferences
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly FhirPatient? _patient;

    public SourceReferences(FhirPatient? patient)
    {
        _patient = patient;
        foreach (var source in patient?.Provenance.Values ?? [])
            _known.Add(Outer(source.Resource));
    }

    /// <summary>All resources that findings came from, in order of their names.</summary>
    public IEnumerable<string> All => _known.Where(IsReference).Order(StringComparer.Ordinal);

    /// <summary>The patient, when there is a name for it.</summary>
    public string? Patient => _patient is { Reference.Length: > 0 } patient && IsReference(patient.Reference) ? patient.Reference : null;

    /// <summary>The resources behind lines such as <c>Observation/abc#Observation.component[0]</c> or <c>/patient/sex</c>.</summary>
    public IEnumerable<string> Of(IEnumerable<string> from) =>
        from.Select(Resource).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private string? Resource(string from)
    {
        if (from.StartsWith("/patient", StringComparison.Ordinal))
            return Patient;
        var name = Outer(from);
        if (_known.Contains(name))
            return IsReference(name) ? name : null;
        // A validator's path goes on behind the resource: Observation/abc/value.
        var slash = name.LastIndexOf('/');
        return slash > 0 && _known.Contains(name[..slash]) && IsReference(name[..slash]) ? name[..slash] : null;
    }

    /// <summary>What stands before the element; a contained resource is named by its holder.</summary>
    private static string Outer(string name)
    {
        var hash = name.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? name : name[..hash];
    }

    private static bool IsReference(string name) => !name.Contains(' ', StringComparison.Ordinal) && (name.Contains('/', StringComparison.Ordinal) || name.StartsWith("urn:", StringComparison.Ordinal));
}
