using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.Testing;

/// <summary>
/// Tells a patient's story in the words of a ward round. What is not told stays unknown: never absent, never normal. The day of the question is
/// 31 October 2026, so that a test never ages. Names of diseases, drugs, sites and findings are written as in a record, or as codes of the vocabulary.
/// </summary>
/// <remarks>A story is a builder of one test: it changes as it is told and is not thread-safe. <see cref="Document"/> gives an immutable document.</remarks>
public sealed partial class PatientStory
{
    private Patient _patient = new();

    private PatientStory()
    {
    }

    /// <summary>The day on which every story is told.</summary>
    public static PartialDate Today { get; } = PartialDate.Day(2026, 10, 31);

    /// <summary>A story of which neither age nor sex is known.</summary>
    public static PatientStory Somebody() => new();

    /// <summary>A woman.</summary>
    /// <param name="years">Age in years.</param>
    public static PatientStory Woman(decimal years) => new() { _patient = new Patient { AgeYears = years, Sex = Sex.Female } };

    /// <summary>A man.</summary>
    /// <param name="years">Age in years.</param>
    public static PatientStory Man(decimal years) => new() { _patient = new Patient { AgeYears = years, Sex = Sex.Male } };

    /// <summary>An infant, whose age is told in days, weeks or months; the sex is unknown.</summary>
    /// <param name="age">An ISO 8601 duration, such as <c>P12D</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="age"/> is no duration.</exception>
    public static PatientStory Infant(string age) => new() { _patient = new Patient { Age = Duration(age) } };

    /// <summary>Somebody whose day of birth is known.</summary>
    /// <param name="birthDate">A date, <c>2026-09-01</c>; month or day may be left out.</param>
    /// <exception cref="ArgumentException"><paramref name="birthDate"/> is no date.</exception>
    public static PatientStory Born(string birthDate) => new() { _patient = new Patient { BirthDate = Day(birthDate) } };

    /// <summary>The patient is male.</summary>
    public PatientStory Male() => With(() => _patient = _patient with { Sex = Sex.Male });

    /// <summary>The patient is pregnant.</summary>
    public PatientStory Pregnant() => With(() => _patient = _patient with { Pregnant = true });

    /// <summary>The story as a findings document.</summary>
    public FindingsDocument Document() => new()
    {
        Id = "story",
        AsOf = Today,
        Patient = _patient,
        Labs = [.. _labs],
        Conditions = [.. _conditions],
        Exposures = [.. _exposures],
        Lesions = [.. _lesions],
        Imaging = [.. _imaging],
        Histology = [.. _histology],
        FamilyHistory = [.. _family],
        Genetics = [.. _genes],
        Differential = [.. _differential],
        Measurements = [.. _measurements],
        Spectroscopy = [.. _spectroscopy],
    };

    /// <summary>Reads a duration, such as <c>P13D</c>.</summary>
    /// <param name="text">An ISO 8601 duration.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is no duration.</exception>
    public static IsoDuration Duration(string text) =>
        IsoDuration.TryParse(text, out var parsed) ? parsed : throw new ArgumentException($"'{text}' is no ISO 8601 duration; one is P13D, P6M or P2Y.", nameof(text));

    /// <summary>Reads a date, such as <c>2026-10-20</c>, <c>2026-10</c> or <c>2026</c>.</summary>
    /// <param name="text">An ISO 8601 date.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is no date.</exception>
    public static PartialDate Day(string text) =>
        PartialDate.TryParse(text, out var date) ? date : throw new ArgumentException($"'{text}' is no ISO 8601 date; one is 2026-10-20, 2026-10 or 2026.", nameof(text));

    private static PartialDate? DayOrUnknown(string? text) => text is null ? null : Day(text);

    private PatientStory With(Action change)
    {
        change();
        return this;
    }
}
