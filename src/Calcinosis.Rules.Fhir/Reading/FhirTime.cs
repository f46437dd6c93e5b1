using System.Buffers;
using System.Text;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Reading;

/// <summary>
/// Reads <c>date</c>, <c>dateTime</c> and <c>instant</c>: a year, a month, a day, or a day with a time whose zone is
/// left as it stands, since the record's own day is what counts.
/// </summary>
internal static class FhirTime
{
    /// <summary>No time of FHIR is longer.</summary>
    private const int Longest = 40;

    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date, out TimeOnly? time)
    {
        (date, time) = (default, null);
        Span<byte> utf8 = stackalloc byte[Longest];
        return text.Length <= Longest && Ascii.FromUtf16(text, utf8, out var length) == OperationStatus.Done && TryParse(utf8[..length], out date, out time);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out PartialDate date, out TimeOnly? time)
    {
        (date, time) = (default, null);
        if (text.Length is < 4 or > Longest || !Ascii.IsValid(text) || !Number(text[..4], out var year) || year < 1)
            return false;
        if (text.Length == 4)
        {
            date = PartialDate.Year(year);
            return true;
        }

        if (text.Length < 7 || text[4] != (byte)'-' || !Number(text[5..7], out var month) || month is < 1 or > 12)
            return false;
        if (text.Length == 7)
        {
            date = PartialDate.Month(year, month);
            return true;
        }

        if (text.Length < 10 || text[7] != (byte)'-' || !Number(text[8..10], out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = PartialDate.Day(new DateOnly(year, month, day));
        return text.Length == 10 || (text[10] is (byte)'T' or (byte)' ' && Clock(text[11..], out time));
    }

    private static bool Clock(ReadOnlySpan<byte> text, out TimeOnly? time)
    {
        time = null;
        if (text.Length < 5 || text[2] != (byte)':' || !Number(text[..2], out var hour) || !Number(text[3..5], out var minute) || hour > 24 || minute > 59)
            return false;
        // 24:00 is the end of the day; the day stays the one that was written.
        time = hour == 24 ? new TimeOnly(23, 59) : new TimeOnly(hour, minute);
        return true;
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
