using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Workbench;

/// <summary>Settings of the workbench.</summary>
public sealed class WorkbenchOptions
{
    /// <summary>The largest request that is read, in bytes, included; a larger one is refused with 413. Default: 8 MiB.</summary>
    public long MaxRequestBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>
    /// Reads what is no findings document, such as a FHIR Bundle. Null: the page offers findings alone. It is asked first and
    /// answers null for a text that is not its kind.
    /// </summary>
    public ReadOtherDocument? ReadOther { get; set; }

    /// <summary>The classifier; null is one with the default settings.</summary>
    public CalcinosisClassifier? Classifier { get; set; }
}

/// <summary>Turns a pasted text into findings.</summary>
/// <param name="utf8Json">The text, UTF-8.</param>
/// <returns>The findings; null when the text is of another kind.</returns>
public delegate OtherDocument? ReadOtherDocument(ReadOnlyMemory<byte> utf8Json);

/// <summary>What was read from a text that is no findings document.</summary>
/// <param name="Kind">What it was, for a reader: "FHIR Bundle".</param>
/// <param name="Document">The findings; null when nothing could be read.</param>
/// <param name="Issues">What was wrong.</param>
/// <param name="LeftOut">What took no part.</param>
public sealed record OtherDocument(string Kind, FindingsDocument? Document, IReadOnlyList<Issue> Issues, IReadOnlyList<NotUnderstood> LeftOut);
