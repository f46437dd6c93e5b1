using System.Reflection;
using Calcinosis.Rules.CdsHooks;
using Calcinosis.Rules.Fhir;
using Calcinosis.Rules.Fhir.Firely;
using Calcinosis.Rules.Testing;
using Calcinosis.Rules.Workbench;

namespace Calcinosis.Rules.Quality.Tests.Support;

/// <summary>The packages of the repository that are referenced from code.</summary>
internal static class Libraries
{
    public static Assembly Core { get; } = typeof(CalcinosisClassifier).Assembly;

    public static IReadOnlyList<Assembly> All { get; } =
    [
        Core,
        typeof(FhirFindings).Assembly,
        typeof(FirelyFindings).Assembly,
        typeof(CdsHooksOptions).Assembly,
        typeof(WorkbenchOptions).Assembly,
        typeof(PatientStory).Assembly,
    ];

    public static TheoryData<string> Names { get; } = new(All.Select(assembly => assembly.GetName().Name!));

    public static Assembly Named(string name) => All.Single(assembly => assembly.GetName().Name == name);
}
