using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>What a run counts. Sums can be added, so that a run that was continued counts as a whole.</summary>
internal sealed class Totals
{
    /// <summary>Assessments written, one a patient.</summary>
    public long Patients { get; set; }

    /// <summary>Patients or lines that could not be assessed.</summary>
    public long Errors { get; set; }

    /// <summary>By "type, certainty" of the leading suggestion, and by conclusion where there is none.</summary>
    public SortedDictionary<string, long> Answers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Patients by the most urgent red flag.</summary>
    public SortedDictionary<string, long> RedFlags { get; init; } = new(StringComparer.Ordinal);

    public void Count(Assessment assessment)
    {
        Patients++;
        if (assessment.Conclusion == Conclusion.NotAssessed)
        {
            Errors++;
            return;
        }

        Add(Answers, AnswerOf(assessment), 1);
        if (assessment.RedFlags.Count > 0)
            Add(RedFlags, EnumNames.NameOf(assessment.RedFlags.Max(flag => flag.Urgency)), 1);
    }

    public void Add(Totals more)
    {
        Patients += more.Patients;
        Errors += more.Errors;
        foreach (var (answer, count) in more.Answers)
            Add(Answers, answer, count);
        foreach (var (urgency, count) in more.RedFlags)
            Add(RedFlags, urgency, count);
    }

    private static string AnswerOf(Assessment assessment) =>
        assessment.Leading is { Type: var type, Certainty: var certainty } && assessment.Conclusion is not (Conclusion.Mimic or Conclusion.NoLesion)
            ? $"{EnumNames.NameOf(type)}, {EnumNames.NameOf(certainty)}"
            : EnumNames.NameOf(assessment.Conclusion);

    private static void Add(SortedDictionary<string, long> counts, string name, long count) =>
        counts[name] = counts.GetValueOrDefault(name) + count;
}
