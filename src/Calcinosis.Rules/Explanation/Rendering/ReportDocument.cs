namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>
/// A report before it has a form: headings, paragraphs, lists and tables with a tone for each piece of text.
/// Plain text, Markdown, the coloured terminal and HTML all come from this one document, so they say the same.
/// </summary>
internal sealed record ReportDocument(IReadOnlyList<ReportBlock> Blocks);

/// <summary>One block of a report.</summary>
internal abstract record ReportBlock;

/// <summary>A heading; level 1 is the report, 2 a section, 3 a type within a lesion, 4 a label above a list.</summary>
internal sealed record ReportHeading(int Level, ReportSpan Text) : ReportBlock
{
    /// <summary>Name under which links reach it, where a form has links; null when none is needed.</summary>
    public string? Anchor { get; init; }
}

/// <summary>Running text.</summary>
internal sealed record ReportParagraph(IReadOnlyList<ReportSpan> Spans) : ReportBlock;

/// <summary>A list of points.</summary>
internal sealed record ReportList(IReadOnlyList<ReportItem> Items) : ReportBlock;

/// <summary>Rows of cells; no columns' names means a list of name and value.</summary>
internal sealed record ReportTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ReportSpan>> Rows) : ReportBlock;

/// <summary>A picture in the words of Mermaid; forms without pictures leave it out.</summary>
internal sealed record ReportDiagram(string Mermaid) : ReportBlock;

/// <summary>One point of a list, with points under it.</summary>
/// <param name="Marker">One character that tells the kind of point where a list has no bullets of its own.</param>
/// <param name="Spans">The text.</param>
/// <param name="Children">Points under it; they stand one step further in.</param>
internal sealed record ReportItem(char Marker, IReadOnlyList<ReportSpan> Spans, IReadOnlyList<ReportItem> Children)
{
    public ReportItem(char marker, IReadOnlyList<ReportSpan> spans)
        : this(marker, spans, [])
    {
    }
}

/// <summary>What a piece of text is to the reader. A form that cannot show a tone leaves it out: no meaning hangs on it alone.</summary>
internal enum ReportTone
{
    Normal,
    Strong,
    Muted,
    Favourable,
    Caution,
    Danger,
}

/// <summary>A piece of text with one tone. Whatever came from a record is made harmless for a terminal here, once for every form.</summary>
internal sealed record ReportSpan
{
    public ReportSpan(string text, ReportTone tone = ReportTone.Normal)
    {
        Text = Printable.Of(text);
        Tone = tone;
    }

    public string Text { get; }

    public ReportTone Tone { get; }

    /// <summary>Where it leads, in forms that have links: a page or an anchor of our own making; null: nowhere.</summary>
    public string? Link { get; init; }

    public static implicit operator ReportSpan(string text) => new(text);
}
