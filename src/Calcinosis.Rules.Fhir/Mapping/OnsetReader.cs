using Calcinosis.Rules.Fhir.Resources;
using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Fhir.Mapping;

/// <summary>When something began, from any form of <c>onset[x]</c>: a date, an age in years, or how long ago.</summary>
internal readonly record struct Beginning(PartialDate? On, decimal? AgeYears, IsoDuration? Duration)
{
    /// <summary>Reads the onset; false when there was something that was not understood.</summary>
    public static bool TryRead(When? when, out Beginning beginning)
    {
        beginning = default;
        if (when is null)
            return true;
        if ((when.Start ?? when.End) is { } date)
        {
            // Of a period that gives only its end the beginning is not known.
            beginning = when.Start is null ? default : new Beginning(date, null, null);
            return true;
        }

        if ((when.Age ?? when.AgeTo) is not null)
        {
            beginning = new Beginning(null, Answers.Years(when.Age) ?? Answers.Years(when.AgeTo), null);
            return beginning.AgeYears is >= 0 and <= 130;
        }

        if (when.Text is not { } text)
            return true;
        if (Answers.Duration(text) is { } duration)
            beginning = new Beginning(null, null, duration);
        else if (PartialDate.TryParse(Trimmed(text, "since ", "in ", "from "), out var day))
            beginning = new Beginning(day, null, null);
        else if (Answers.Years(new DataValue(ValueForm.Text, "") { Text = Trimmed(text, "at age ", "age ", "aged ", "at ") }) is { } age && age <= 130 && text.Contains("age", StringComparison.OrdinalIgnoreCase))
            beginning = new Beginning(null, age, null);
        return beginning != default;
    }

    private static string Trimmed(string text, params string[] leads)
    {
        var plain = text.Trim();
        foreach (var lead in leads)
        {
            if (plain.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                return plain[lead.Length..].Trim();
        }

        return plain;
    }
}
