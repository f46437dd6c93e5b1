using System.Globalization;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Laboratory results: a value or an interpretation, plausible in its unit.</summary>
internal sealed class LabPlausibilityValidator : DocumentCheck
{
    public override void Check(FindingsDocument document, IssueSink issues)
    {
        bool? explained = null;
        for (var i = 0; i < document.Labs.Count; i++)
            Check(document.Labs[i], IssuePath.Of(document.Labs[i], "labs", i), document, ref explained, issues);
    }

    private static void Check(LabResult lab, IssuePath path, FindingsDocument document, ref bool? explained, IssueSink issues)
    {
        if (lab.Analyte is null && lab.Codings.Count == 0 && string.IsNullOrWhiteSpace(lab.Text))
            issues.Error("nameless-entry", path, null, "analyte, codings or text", "The result names no test; say what was measured.");
        if (lab.Value is null && lab.Interpretation is null)
            issues.Error("no-value-or-interpretation", path, null, "a value or an interpretation", "The result has neither a value nor an interpretation; give one.");
        if (lab.ReferenceRange is { Low: { } low, High: { } high } && low > high)
            issues.Warn("range-reversed", path + "/referenceRange", string.Create(CultureInfo.InvariantCulture, $"{low} to {high}"), "low not above high", "The reference range is reversed; it was not used.");
        issues.NotAfter(lab.TakenOn, document.AsOf, path + "/takenOn");
        var terms = ClinicalVocabulary.Default.Resolve(TermKind.Analyte, lab.Analyte, lab.Codings, lab.Text).Terms;
        if (lab.Value is not { } value || terms.Count != 1 || AnalyteCatalogue.Of(terms[0].Term) is not { } analyte)
            return;
        var lowExplained = analyte == AnalyteCatalogue.CalciumTotal && (explained ??= Plausibility.LowCalciumExplained(document));
        var finding = Plausibility.Judge(analyte, value, lab.Unit, lowExplained);
        if (finding.Code is null)
            return;
        var found = string.Create(CultureInfo.InvariantCulture, $"{value} {lab.Unit}").TrimEnd();
        if (finding.Verdict == PlausibilityVerdict.Reject)
            issues.Error(finding.Code, path + "/value", found, finding.Expected!, finding.Message!);
        else
            issues.Warn(finding.Code, path + (finding.Code.StartsWith("unit", StringComparison.Ordinal) ? "/unit" : "/value"), found, finding.Expected!, finding.Message!);
    }
}
