using System.Globalization;

namespace Calcinosis.Rules.Explanation;

/// <summary>Numbers as they are shown: invariant, without trailing zeros, never in exponent form.</summary>
internal static class PlainNumber
{
    // Dividing by one at the largest scale makes the runtime choose the shortest scale that keeps the value.
    private const decimal OneAtLargestScale = 1.0000000000000000000000000000m;

    public static decimal WithoutTrailingZeros(decimal value)
    {
        if (value == 0m)
            return 0m;
        // A whole number, or one whose last digit is not zero, is as short as it can be.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (value.Scale == 0 || (bits[1] == 0 && bits[2] == 0 && (uint)bits[0] % 10 != 0))
            return value;
        return value / OneAtLargestScale;
    }

    public static string Text(decimal value) => WithoutTrailingZeros(value).ToString(CultureInfo.InvariantCulture);
}
