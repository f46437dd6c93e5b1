using System.Globalization;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>The place of a possible issue; put into words only when there is one.</summary>
internal readonly struct IssuePath
{
    private readonly FindingsEntry? _entry;
    private readonly string _section;
    private readonly int _index;
    private readonly string _part;

    private IssuePath(FindingsEntry? entry, string section, int index, string part) => (_entry, _section, _index, _part) = (entry, section, index, part);

    public static IssuePath Of(FindingsEntry entry, string section, int index) => new(entry, section, index, "");

    public static implicit operator IssuePath(string path) => new(null, path, 0, "");

    public static IssuePath operator +(IssuePath path, string part) => new(path._entry, path._section, path._index, part);

    public override string ToString() =>
        _entry is null ? _section + _part : (_entry.From ?? string.Create(CultureInfo.InvariantCulture, $"/{_section}/{_index}")) + _part;
}
