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

    public static IReadOnlyList<Issue> Check(FindingsDocument document) => !AnyIssue(document) ? [] :
        [.. Instance.Validate(document).ToIssues().OrderBy(issue => issue.Path, StringComparer.Ordinal).ThenBy(issue => issue.Code, StringComparer.Ordinal)];

    /// <summary>The same checks without the frame around them: whether one of them finds anything.</summary>
    private static bool AnyIssue(FindingsDocument document)
    {
        var any = new AnyIssueSink();
        PatientValidator.Check(document, any);
        ReferenceValidator.Check(document, any);
        LabPlausibilityValidator.Check(document, any);
        EntryValidator.Check(document, any);
        LesionValidator.Check(document, any);
        MeasurementValidator.Check(document, any);
        return any.Any;
    }
}
