namespace Calcinosis.Rules.CdsHooks.Requests;

/// <summary>Logical ids of FHIR: letters, digits, hyphen and dot, 1 to 64 of them. Nothing else may become part of an address.</summary>
internal static class FhirId
{
    private const int Longest = 64;

    public static bool IsValid(string text) =>
        text.Length is > 0 and <= Longest && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.') && text is not ("." or "..");
}
