namespace Calcinosis.Rules.Findings;

/// <summary>Something wrong with a document: a stable code, where, what was found, what was expected.</summary>
/// <param name="Code">Stable code, such as <c>value-out-of-range</c>.</param>
/// <param name="Severity">An error means no assessment; a warning does not stop it.</param>
/// <param name="Path">JSON Pointer into the document; empty is the whole document.</param>
/// <param name="Found">What was found, shortened; never a patient's name.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Message">One sentence that says what to do.</param>
public sealed record Issue(string Code, IssueSeverity Severity, string Path, string? Found, string? Expected, string Message);

/// <summary>Weight of an <see cref="Issue"/>.</summary>
public enum IssueSeverity
{
    /// <summary>Something was set aside or read with care; the assessment goes on.</summary>
    Warning,

    /// <summary>The document cannot be assessed.</summary>
    Error,
}

/// <summary>A code, text or unit that the vocabulary does not know. It took no part.</summary>
/// <param name="Path">JSON Pointer into the document.</param>
/// <param name="Kind">What it was meant to name: <c>condition</c>, <c>site</c>, <c>unit</c> ...</param>
/// <param name="Text">What was found, shortened.</param>
/// <param name="Reason">Why it took no part.</param>
public sealed record NotUnderstood(string Path, string Kind, string Text, string Reason);
