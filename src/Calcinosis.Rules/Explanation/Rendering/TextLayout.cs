namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>Sets a report in lines of a width, with hanging indents; the tones stay with the pieces of each line.</summary>
internal sealed class TextLayout
{
    private const int Step = 2;
    private const int NarrowestWidth = 50;
    private const int NarrowestLastColumn = 18;

    private readonly List<IReadOnlyList<ReportSpan>> _lines = [];
    private readonly int _width;
    private int _indent;
    private int _labelIndent;

    private TextLayout(int width) => _width = Math.Max(width, NarrowestWidth);

    public static IReadOnlyList<IReadOnlyList<ReportSpan>> Lay(ReportDocument document, int width)
    {
        var layout = new TextLayout(width);
        foreach (var block in document.Blocks)
            layout.Add(block);
        return layout._lines;
    }

    private void Add(ReportBlock block)
    {
        switch (block)
        {
            case ReportHeading heading:
                AddHeading(heading);
                break;
            case ReportParagraph paragraph:
                AddWrapped("", paragraph.Spans, _labelIndent);
                break;
            case ReportList list:
                foreach (var item in list.Items)
                    AddItem(item, _indent);
                break;
            case ReportTable table:
                AddTable(table);
                break;
        }
    }

    private void AddHeading(ReportHeading heading)
    {
        var tone = heading.Text.Tone == ReportTone.Normal ? ReportTone.Strong : heading.Text.Tone;
        if (_lines.Count > 0 && heading.Level <= 3)
            _lines.Add([]);
        var text = heading.Level == 2 ? heading.Text.Text.ToUpperInvariant() : heading.Text.Text;
        var indent = heading.Level switch { <= 2 => 0, 3 => Step, _ => _labelIndent };
        AddWrapped("", [new ReportSpan(text, tone)], indent);
        _indent = heading.Level == 1 ? 0 : indent + Step;
        // A label stands where the text of its section stands, however many labels came before it.
        if (heading.Level <= 3)
            _labelIndent = _indent;
        if (heading.Level == 1)
            _lines.Add([new ReportSpan(new string('=', Math.Min(TextWrap.WidthOf(text), _width)), ReportTone.Muted)]);
    }

    private void AddItem(ReportItem item, int indent)
    {
        AddWrapped($"{item.Marker} ", item.Spans, indent);
        foreach (var child in item.Children)
            AddItem(child, indent + Step);
    }

    private void AddWrapped(string marker, IReadOnlyList<ReportSpan> spans, int indent)
    {
        var hanging = indent + marker.Length;
        var first = true;
        foreach (var line in TextWrap.Wrap(spans, _width - hanging))
        {
            var lead = first ? new string(' ', indent) + marker : new string(' ', hanging);
            _lines.Add(lead.Length == 0 ? line : [new ReportSpan(lead), .. line]);
            first = false;
        }
    }

    private void AddTable(ReportTable table)
    {
        var rows = table.Rows.ToList();
        if (table.Columns.Count > 0)
            rows.Insert(0, [.. table.Columns.Select(column => new ReportSpan(column, ReportTone.Muted))]);
        var widths = ColumnWidths(rows);
        foreach (var row in rows)
        {
            if (widths[^1] < NarrowestLastColumn)
                AddWrapped("", Joined(row), _labelIndent);
            else
                AddRow(row, widths);
        }
    }

    /// <summary>Each column as wide as its longest cell, within a third of the line; the last takes what is left.</summary>
    private int[] ColumnWidths(List<IReadOnlyList<ReportSpan>> rows)
    {
        var count = rows[0].Count;
        var widths = new int[count];
        var left = _width - _indent;
        for (var column = 0; column < count - 1; column++)
        {
            widths[column] = Math.Min(rows.Max(row => TextWrap.WidthOf(row[column].Text)), _width / 3);
            left -= widths[column] + 2;
        }

        widths[^1] = left;
        return widths;
    }

    /// <summary>A table that does not fit is still read, row by row.</summary>
    private static List<ReportSpan> Joined(IReadOnlyList<ReportSpan> row)
    {
        var spans = new List<ReportSpan>();
        foreach (var cell in row)
        {
            if (spans.Count > 0)
                spans.Add(new ReportSpan(" | ", ReportTone.Muted));
            spans.Add(cell);
        }

        return spans;
    }

    private void AddRow(IReadOnlyList<ReportSpan> row, int[] widths)
    {
        var cells = row.Select((cell, column) => TextWrap.Wrap([cell], widths[column])).ToList();
        for (var depth = 0; depth < cells.Max(cell => cell.Count); depth++)
        {
            var line = new List<ReportSpan> { new(new string(' ', _indent)) };
            for (var column = 0; column < cells.Count; column++)
            {
                var pieces = depth < cells[column].Count ? cells[column][depth] : [];
                line.AddRange(pieces);
                if (column < cells.Count - 1)
                    line.Add(new ReportSpan(new string(' ', widths[column] + 2 - pieces.Sum(piece => TextWrap.WidthOf(piece.Text)))));
            }

            _lines.Add(line);
        }
    }
}
