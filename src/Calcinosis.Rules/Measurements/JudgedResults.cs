using System.Runtime.InteropServices;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Measurements;

/// <summary>A laboratory result with what its name means and what becomes of its value.</summary>
/// <param name="Result">The result.</param>
/// <param name="Names">What its name means.</param>
/// <param name="Analyte">The one analyte that it names; null when it names none or several.</param>
/// <param name="Finding">The verdict on the value; fine where there is no value or no one analyte.</param>
internal readonly record struct JudgedResult(LabResult Result, Resolution Names, Analyte? Analyte, PlausibilityFinding Finding);

/// <summary>The laboratory results of one document, looked up and judged once: checking and reading it ask the same.</summary>
internal sealed class JudgedResults
{
    private static readonly FindingsDocument Nothing = new();
    private readonly List<JudgedResult> _results = [];
    private bool? _lowCalciumExplained;

    public FindingsDocument Document { get; private set; } = Nothing;

    /// <summary>In the order of the document.</summary>
    public ReadOnlySpan<JudgedResult> All => CollectionsMarshal.AsSpan(_results);

    public static JudgedResults Of(FindingsDocument document)
    {
        var judged = new JudgedResults();
        judged.Become(document);
        return judged;
    }

    /// <summary>Makes it the results of a document.</summary>
    public void Become(FindingsDocument document)
    {
        Clear();
        Document = document;
        foreach (var result in Entries.Of(document.Labs))
            _results.Add(Judged(result));
    }

    /// <summary>Lets go of the document.</summary>
    public void Clear()
    {
        Document = Nothing;
        _results.Clear();
        _lowCalciumExplained = null;
    }

    /// <summary>What becomes of a result under one of the analytes that it names.</summary>
    public PlausibilityFinding Judge(LabResult result, Analyte analyte)
    {
        if (result.Value is not { } value)
            return PlausibilityFinding.Fine;
        // Whether a low calcium has a known reason is asked only where it makes a difference.
        var finding = Plausibility.Judge(analyte, value, result.Unit, lowCalciumExplained: false);
        return finding.Code == Plausibility.PossiblyIonised && LowCalciumExplained() ? Plausibility.Judge(analyte, value, result.Unit, lowCalciumExplained: true) : finding;
    }

    private JudgedResult Judged(LabResult result)
    {
        var names = ClinicalVocabulary.Default.Resolve(TermKind.Analyte, result.Analyte, result.Codings, result.Text);
        var analyte = names.Terms.Count == 1 ? AnalyteCatalogue.Of(names.Terms[0].Term) : null;
        return new JudgedResult(result, names, analyte, analyte is null ? PlausibilityFinding.Fine : Judge(result, analyte));
    }

    /// <summary>Whether a low calcium has a known reason; asked at most once.</summary>
    private bool LowCalciumExplained() => _lowCalciumExplained ??= Plausibility.LowCalciumExplained(Document);
}
