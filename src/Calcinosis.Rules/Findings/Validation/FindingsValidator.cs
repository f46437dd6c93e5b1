using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Checks a document as a whole: everything that is wrong with it, in one pass, sorted by place.</summary>
internal sealed class FindingsValidator : AbstractValidator<FindingsDocument>
{
    private static readonly FindingsValidator Instance = new();

    public FindingsValidator()
    {
        Include(new PatientValidator());
        Include(new ReferenceValidator());
        Include(new LabPlausibilityValidator());
        Include(new EntryValidator());
        Include(new LesionValidator());
        Include(new MeasurementValidator());
    }

    public static IReadOnlyList<Issue> Check(FindingsDocument document) =>
        [.. Instance.Validate(document).ToIssues().OrderBy(issue => issue.Path, StringComparer.Ordinal).ThenBy(issue => issue.Code, StringComparer.Ordinal)];
}
