using System.Globalization;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// Where a state comes from, not yet put into words: pointers are only made when an answer cites them. The default is
/// nowhere.
/// </summary>
internal readonly struct Origin
{
    private static readonly string[] Nowhere = [];

    /// <summary>A pointer, several, something said, a lesion group or an entry.</summary>
    private readonly object? _source;

    /// <summary>Section of an entry; else what is added to a pointer.</summary>
    private readonly string? _text;
    private readonly int _index;

    private Origin(object? source, string? text = null, int index = 0)
    {
        _source = source;
        _text = text;
        _index = index;
    }

    public IReadOnlyList<string> Paths => _source switch
    {
        null => Nowhere,
        string path => [path],
        string[] paths => paths,
        Said said => [said.Path],
        LesionCase lesion => _text is null ? lesion.Paths : [lesion.Path + _text],
        FindingsEntry entry => [PathOf(entry, _text!, _index)],
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The same place, by the very same object.</summary>
    public bool IsSame(in Origin other) => ReferenceEquals(_source, other._source) && ReferenceEquals(_text, other._text) && _index == other._index;

    public static implicit operator Origin(string path) => new(path);

    public static implicit operator Origin(string[] paths) => new(paths);

    public static implicit operator Origin(Said said) => new(said);

    /// <summary>All entries of a lesion group.</summary>
    public static implicit operator Origin(LesionCase lesion) => new(lesion);

    /// <summary>A part of a lesion group's first entry.</summary>
    public static Origin PartOf(LesionCase lesion, string part) => new(lesion, part);

    /// <summary>An entry of a section of the document.</summary>
    public static Origin Of(FindingsEntry entry, string section, int index) => new(entry, section, index);

    public static string PathOf(FindingsEntry entry, string section, int index) =>
        entry.From ?? string.Create(CultureInfo.InvariantCulture, $"/{section}/{index}");
}
