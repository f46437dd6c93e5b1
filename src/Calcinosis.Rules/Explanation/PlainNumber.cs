using System.Globalization;

namespace Calcinosis.Rules.Explanation;

/// <summary>Numbers as they are shown: invariant, without trailing zeros, never in exponent form.</summary>
internal static class PlainNumber
{
    // Dividing by one at the largest scale makes the runtime choose the shortest scale that keeps the value.
    private const decimal OneAtLargestScale = 1.0000000000000000000000000000m;

    public static decimal WithoutTrailingZeros(decimal value) => value == 0m ? 0m : value / OneAtLargestScale;

    public static string Text(decimal value) => WithoutTrailingZeros(value).ToString(CultureInfo.InvariantCulture);
}
