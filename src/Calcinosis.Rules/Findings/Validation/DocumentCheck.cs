using Calcinosis.Rules.Measurements;
using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Checks of one part of a document: as a validator, or by themselves with any place to put what they find.</summary>
internal abstract class DocumentCheck : AbstractValidator<JudgedResults>
{
    protected DocumentCheck() => RuleFor(results => results).Custom((results, context) => Check(results, new FailureSink(context)));

    /// <param name="results">The document, with its laboratory results judged once for all parts.</param>
    /// <param name="issues">Where to put what is wrong.</param>
    public abstract void Check(JudgedResults results, IssueSink issues);
}
