using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Checks of one part of a document: as a validator, or by themselves with any place to put what they find.</summary>
internal abstract class DocumentCheck : AbstractValidator<FindingsDocument>
{
    protected DocumentCheck() => RuleFor(document => document).Custom((document, context) => Check(document, new FailureSink(context)));

    public abstract void Check(FindingsDocument document, IssueSink issues);
}
