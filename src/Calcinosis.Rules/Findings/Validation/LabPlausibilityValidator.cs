using System.Globalization;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Laboratory results: a value or an interpretation, plausible in its unit.</summary>
internal sealed class LabPlausibilityValidator : DocumentCheck
{
    public override void Check(JudgedResults results, IssueSink issues)
    {
        var all = results.All;
        for (var i = 0; i < all.Length; i++)
            Check(in all[i], i, results.Document.AsOf, issues);
    }

    private static void Check(in JudgedResult judged, int index, PartialDate? asOf, IssueSink issues)
    {
        var lab = judged.Result;
        var path = IssuePath.Of(lab, "labs", index);
        if (lab.Analyte is null && lab.Codings.Count == 0 && string.IsNullOrWhiteSpace(lab.Text))
            issues.Error("nameless-entry", path, null, "analyte, codings or text", "The result names no test; say what was measured.");
        if (lab.Value is null && lab.Interpretation is null)
            issues.Error("no-value-or-interpretation", path, null, "a value or an interpretation", "The result has neither a value nor an interpretation; give one.");
        if (lab.ReferenceRange is { Low: { } low, High: { } high } && low > high)
            issues.Warn("range-reversed", path + "/referenceRange", string.Create(CultureInfo.InvariantCulture, $"{low} to {high}"), "low not above high", "The reference range is reversed; it was not used.");
        issues.NotAfter(lab.TakenOn, asOf, path + "/takenOn");
        var finding = judged.Finding;
        if (finding.Code is null)
            return;
        var found = string.Create(CultureInfo.InvariantCulture, $"{lab.Value} {lab.Unit}").TrimEnd();
        if (finding.Verdict == PlausibilityVerdict.Reject)
            issues.Error(finding.Code, path + "/value", found, finding.Expected!, finding.Message!);
        else
            issues.Warn(finding.Code, path + (finding.Code.StartsWith("unit", StringComparison.Ordinal) ? "/unit" : "/value"), found, finding.Expected!, finding.Message!);
    }
}
