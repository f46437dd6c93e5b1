using System.Globalization;
using System.Runtime.CompilerServices;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// What was seen, as an interpolated string that is only put together when the picture keeps words; else not even its
/// parts are worked out.
/// </summary>
[InterpolatedStringHandler]
internal ref struct SeenText
{
    private DefaultInterpolatedStringHandler _text;

    public SeenText(int literalLength, int formattedCount, PictureBuilder picture, out bool wanted)
    {
        wanted = picture.KeepsWords;
        if (wanted)
            _text = new DefaultInterpolatedStringHandler(literalLength, formattedCount, CultureInfo.InvariantCulture);
    }

    public void AppendLiteral(string text) => _text.AppendLiteral(text);

    public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

    public void AppendFormatted(string? text) => _text.AppendFormatted(text);

    /// <summary>The words; empty when none were wanted.</summary>
    public string Take() => _text.ToStringAndClear();
}
