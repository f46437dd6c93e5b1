using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>What becomes of a resource type.</summary>
internal sealed record ResourceRow(string Type, string Section, string How);

/// <summary>What a status means for the finding.</summary>
internal enum StatusMeaning
{
    /// <summary>Says nothing by itself: the resource is used.</summary>
    Use,

    /// <summary>Not final; used and remarked.</summary>
    Preliminary,

    Present,
    Ongoing,
    Ended,
    Past,
    Suspected,
    Absent,
    NotDone,
    Error,
}

/// <summary>What a question asks about.</summary>
internal enum QuestionAbout
{
    Lesion,
    LesionCandidate,
    Patient,
    Measurement,
    Exposure,
    Condition,
    Histology,
    Imaging,
    Spectroscopy,
    Genetics,
}

/// <summary>What form an answer has.</summary>
internal enum AnswerKind
{
    None,
    Words,
    Word,
    Integer,
    Number,
    Length,
    YesNo,
    Time,
    Age,
    Weeks,
    Duration,
    Result,
}

/// <summary>A code of a standard terminology, by the short name of its system as in the core's codes.txt.</summary>
internal sealed record StandardCode(string System, string Code);

/// <summary>A question that an Observation or a component answers.</summary>
internal sealed record Question(string Code, QuestionAbout About, string Field, AnswerKind Answer, IReadOnlyList<StandardCode> Codes, IReadOnlyList<string> Names);

internal sealed record RouteRow(Route Route, IReadOnlyList<string> Codes, IReadOnlyList<string> Words);

internal sealed record ModalityRow(Modality Modality, IReadOnlyList<string> Categories, IReadOnlyList<string> Snomed, IReadOnlyList<string> Names);

/// <summary>What a LOINC code says beyond its analyte; an empty string says nothing.</summary>
internal sealed record LoincRow(string Code, string Property, string Unit, string Material, string Method, string Dialysis)
{
    public SpecimenType? SpecimenType { get; } = Word<SpecimenType>(Material);

    public LabMethod? LabMethod { get; } = Word<LabMethod>(Method);

    public DialysisTiming? DialysisTiming { get; } = Word<DialysisTiming>(Dialysis);

    private static T? Word<T>(string word)
        where T : struct, Enum => EnumWords<T>.TryParse(word, out var value) ? value : null;
}
