using Calcinosis.Rules.Measurements;
using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Checks a document as a whole: everything that is wrong with it, in one pass, sorted by place.</summary>
internal sealed class FindingsValidator : AbstractValidator<JudgedResults>
{
    private static readonly DocumentCheck[] Parts =
        [new PatientValidator(), new ReferenceValidator(), new LabPlausibilityValidator(), new EntryValidator(), new LesionValidator(), new MeasurementValidator()];

    private static readonly FindingsValidator Instance = new();

    public FindingsValidator()
    {
        foreach (var part in Parts)
            Include(part);
    }

    public static IReadOnlyList<Issue> Check(FindingsDocument document) => Check(JudgedResults.Of(document));

    /// <param name="results">The results of the document, which are judged already.</param>
    public static IReadOnlyList<Issue> Check(JudgedResults results) => !AnyIssue(results) ? [] :
        [.. Instance.Validate(results).ToIssues().OrderBy(issue => issue.Path, StringComparer.Ordinal).ThenBy(issue => issue.Code, StringComparer.Ordinal)];

    /// <summary>The same checks without the frame around them: whether one of them finds anything.</summary>
    private static bool AnyIssue(JudgedResults results)
    {
        var any = new AnyIssueSink();
        foreach (var part in Parts)
            part.Check(results, any);
        return any.Any;
    }
}
