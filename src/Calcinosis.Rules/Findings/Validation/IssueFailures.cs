using FluentValidation;
using FluentValidation.Results;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Carries our <see cref="Issue"/> through FluentValidation's failures, so that code, path and wording survive.</summary>
internal static class IssueFailures
{
    public static void AddIssue<T>(this ValidationContext<T> context, Issue issue) =>
        context.AddFailure(new ValidationFailure(issue.Path, issue.Message, issue.Found)
        {
            ErrorCode = issue.Code,
            Severity = issue.Severity == IssueSeverity.Error ? Severity.Error : Severity.Warning,
            CustomState = issue,
        });

    public static IReadOnlyList<Issue> ToIssues(this ValidationResult result) =>
        [.. result.Errors.Select(failure => (Issue)failure.CustomState)];
}
