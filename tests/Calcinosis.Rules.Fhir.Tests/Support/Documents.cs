using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Tests.Support;

/// <summary>Documents without the names of their sources, so that two ways to the same findings can be compared to the byte.</summary>
internal static class Documents
{
    public static FindingsDocument WithoutSources(this FindingsDocument document) => document with
    {
        Labs = [.. document.Labs.Select(entry => entry with { From = null })],
        Conditions = [.. document.Conditions.Select(entry => entry with { From = null })],
        Exposures = [.. document.Exposures.Select(entry => entry with { From = null })],
        Lesions = [.. document.Lesions.Select(entry => entry with { From = null })],
        Imaging = [.. document.Imaging.Select(entry => entry with { From = null, Findings = [.. entry.Findings.Select(finding => finding with { From = null })] })],
        Histology = [.. document.Histology.Select(entry => entry with { From = null, Findings = [.. entry.Findings.Select(finding => finding with { From = null })] })],
        FamilyHistory = [.. document.FamilyHistory.Select(entry => entry with { From = null })],
        Measurements = [.. document.Measurements.Select(entry => entry with { From = null })],
        Spectroscopy = [.. document.Spectroscopy.Select(entry => entry with { From = null })],
        Genetics = [.. document.Genetics.Select(entry => entry with { From = null })],
        Differential = [.. document.Differential.Select(entry => entry with { From = null })],
    };
}
