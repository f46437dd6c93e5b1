using System.Globalization;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.Vocabulary;
using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Laboratory results: a value or an interpretation, plausible in its unit.</summary>
internal sealed class LabPlausibilityValidator : AbstractValidator<FindingsDocument>
{
    public LabPlausibilityValidator() => RuleFor(document => document.Labs).Custom(static (labs, context) =>
    {
        var document = context.InstanceToValidate;
        var explained = Plausibility.LowCalciumExplained(document);
        for (var i = 0; i < labs.Count; i++)
            Check(labs[i], Checks.PathOf(labs[i], "labs", i), explained, document.AsOf, context);
    });

    private static void Check(LabResult lab, string path, bool explained, PartialDate? asOf, ValidationContext<FindingsDocument> context)
    {
        if (lab.Analyte is null && lab.Codings.Count == 0 && string.IsNullOrWhiteSpace(lab.Text))
            context.Error("nameless-entry", path, null, "analyte, codings or text", "The result names no test; say what was measured.");
        if (lab.Value is null && lab.Interpretation is null)
            context.Error("no-value-or-interpretation", path, null, "a value or an interpretation", "The result has neither a value nor an interpretation; give one.");
        if (lab.ReferenceRange is { Low: { } low, High: { } high } && low > high)
            context.Warn("range-reversed", path + "/referenceRange", string.Create(CultureInfo.InvariantCulture, $"{low} to {high}"), "low not above high", "The reference range is reversed; it was not used.");
        context.NotAfter(lab.TakenOn, asOf, path + "/takenOn");
        var terms = ClinicalVocabulary.Default.Resolve(TermKind.Analyte, lab.Analyte, lab.Codings, lab.Text).Terms;
        if (lab.Value is not { } value || terms.Count != 1 || AnalyteCatalogue.Find(terms[0].Term.Code) is not { } analyte)
            return;
        var finding = Plausibility.Judge(analyte, value, lab.Unit, explained);
        if (finding.Code is null)
            return;
        var found = string.Create(CultureInfo.InvariantCulture, $"{value} {lab.Unit}").TrimEnd();
        if (finding.Verdict == PlausibilityVerdict.Reject)
            context.Error(finding.Code, path + "/value", found, finding.Expected!, finding.Message!);
        else
            context.Warn(finding.Code, path + (finding.Code.StartsWith("unit", StringComparison.Ordinal) ? "/unit" : "/value"), found, finding.Expected!, finding.Message!);
    }
}
