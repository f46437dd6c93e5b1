using Calcinosis.Rules.Fhir.Mapping;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Fhir.Resources;

/// <summary>What was found out about a concept; lives as long as the concept. A note that is not there yet is null.</summary>
internal sealed class ConceptNotes
{
    /// <summary>What its first known code means; <see cref="Resolution.Nothing"/> when no code is known.</summary>
    public Resolution? ByCode { get; set; }

    /// <summary>How an entry of the findings document is named by it.</summary>
    public EntryName? Name { get; set; }

    /// <summary>The question that it asks; null also when it was looked up and asks none.</summary>
    public Question? Question { get; set; }

    /// <summary>True once <see cref="Question"/> was looked up.</summary>
    public bool IsQuestionKnown { get; set; }

    /// <summary>What its LOINC code says beyond the analyte; null also when it was looked up and says nothing.</summary>
    public LoincRow? Loinc { get; set; }

    /// <summary>True once <see cref="Loinc"/> was looked up.</summary>
    public bool IsLoincKnown { get; set; }

    /// <summary>Which kind of report a resource of this name is.</summary>
    public ReportKind? Report { get; set; }

    /// <summary>Its name to show.</summary>
    public string? Shown { get; set; }

    /// <summary>Why it stands for no finding.</summary>
    public string? WhyUnknown { get; set; }
}
