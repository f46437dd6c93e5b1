namespace Calcinosis.Rules.Findings.Json;

/// <summary>
/// Days and numbers as nearly every document writes them, read from their letters without a string. Whatever is written
/// otherwise is left to the general readers, which give the same for what is read here.
/// </summary>
internal static class PlainText
{
    /// <summary>So many digits fit into one word.</summary>
    private const int MostDigits = 18;

    /// <summary>A day such as <c>2026-10-31</c>.</summary>
    public static bool TryDay(ReadOnlySpan<byte> utf8, out PartialDate day)
    {
        day = default;
        if (utf8.Length != 10 || utf8[4] != '-' || utf8[7] != '-')
            return false;
        var (year, month, date) = (Whole(utf8[..4]), Whole(utf8[5..7]), Whole(utf8[8..]));
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = PartialDate.Day(new DateOnly(year, month, date));
        return true;
    }

    /// <summary>A number above zero of few digits, perhaps with a decimal point; of a JSON number, whose form is known to be right.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> utf8, out decimal number)
    {
        number = 0;
        if (utf8.Length > MostDigits)
            return false;
        var (digits, point) = (0L, -1);
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '.' && point < 0)
                point = i;
            else if (utf8[i] is >= (byte)'0' and <= (byte)'9')
                digits = (digits * 10) + (utf8[i] - '0');
            else
                return false;
        }

        if (digits == 0)
            return false;
        number = new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, isNegative: false, (byte)(point < 0 ? 0 : utf8.Length - 1 - point));
        return true;
    }

    /// <summary>The number that some digits make; -1 when a letter is no digit.</summary>
    private static int Whole(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
