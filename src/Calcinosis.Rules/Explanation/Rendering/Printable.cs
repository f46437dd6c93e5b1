using System.Buffers;
using System.Text;

namespace Calcinosis.Rules.Explanation.Rendering;

/// <summary>
/// Takes out of a text what would steer a terminal or turn the reading direction: control characters (an escape
/// sequence in a record must not reach a screen), line separators, direction overrides and halves of characters.
/// </summary>
internal static class Printable
{
    public static string Of(string text)
    {
        if (IsPrintable(text))
            return text;

        var clean = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var length);
            if (status != OperationStatus.Done)
                clean.Append('\uFFFD');
            else if (Steers(rune.Value))
                clean.Append(' ');
            else
                clean.Append(rest[..length]);
            rest = rest[length..];
        }

        return clean.ToString();
    }

    private static bool IsPrintable(string text)
    {
        foreach (var character in text)
        {
            if (char.IsSurrogate(character) || Steers(character))
                return false;
        }

        return true;
    }

    private static bool Steers(int character) => character
        is < 0x20 or (>= 0x7F and <= 0x9F)
        or 0x061C or 0x200E or 0x200F or 0x2028 or 0x2029
        or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
