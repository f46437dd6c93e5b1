using Calcinosis.Rules.Measurements;
using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Where checks put what they find.</summary>
internal abstract class IssueSink
{
    public abstract void Add(Issue issue);
}

/// <summary>Carries issues through FluentValidation's failures.</summary>
internal sealed class FailureSink(ValidationContext<JudgedResults> context) : IssueSink
{
    public override void Add(Issue issue) => context.AddIssue(issue);
}

/// <summary>Only whether there is an issue at all: most documents have none, and for them that is the whole answer.</summary>
internal sealed class AnyIssueSink : IssueSink
{
    public bool Any { get; private set; }

    public override void Add(Issue issue) => Any = true;
}
