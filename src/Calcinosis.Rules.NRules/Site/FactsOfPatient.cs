using System.Globalization;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Inference;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Interpretation.Labs;
using Calcinosis.Rules.Measurements;
using Calcinosis.Rules.NRules.Facts;

namespace Calcinosis.Rules.NRules.Site;

/// <summary>Turns an assessed patient into facts, in a fixed order; kinds of facts that no rule asks for are not made.</summary>
internal sealed class FactsOfPatient(Assessment assessment, PatientPicture patient, IReadOnlyList<LesionResult> lesions)
{
    public IEnumerable<CalcinosisFact> Of(Func<Type, bool> isAskedFor)
    {
        return new (Type Kind, Func<IEnumerable<CalcinosisFact>> Make)[]
        {
            (typeof(PatientFact), () => [Patient()]),
            (typeof(LesionFact), Lesions),
            (typeof(MeasurementFact), Measurements),
            (typeof(DerivedValueFact), () => assessment.Derived.Select(value => new DerivedValueFact(value, WordsOf(value)))),
            (typeof(FindingFact), Findings),
            (typeof(CertaintyFact), Certainties),
            (typeof(VerdictFact), Verdicts),
            (typeof(NotUnderstoodFact), () => assessment.NotUnderstood.Select(entry => new NotUnderstoodFact(entry))),
        }.Where(kind => isAskedFor(kind.Kind)).SelectMany(kind => kind.Make());
    }

    private PatientFact Patient()
    {
        var age = patient.Context.AgeNow;
        decimal? years = age.IsKnown ? decimal.Round(age.MinYears, 2) : null;
        string?[] words =
        [
            years is { } known ? string.Create(CultureInfo.InvariantCulture, $"aged {PlainNumber.WithoutTrailingZeros(known)} years") : null,
            patient.Context.Sex?.ToString().ToLowerInvariant(),
        ];
        return new PatientFact(years, patient.Context.Sex, patient.Context.AsOf, "patient, " + string.Join(", ", words.OfType<string>().DefaultIfEmpty("age and sex not recorded")));
    }

    private IEnumerable<LesionFact> Lesions() =>
        patient.Cases.Select(lesion => new LesionFact(lesion.Id, lesion.Lesion.Sites, lesion.Lesion.Sites.Count == 0 ? $"lesion {lesion.Id}" : $"lesion {lesion.Id}: {string.Join(", ", lesion.Lesion.Sites)}", lesion.Paths));

    /// <summary>One fact a test: several results of it are one fact that knows them all.</summary>
    private IEnumerable<MeasurementFact> Measurements() =>
        patient.Readings
            .GroupBy(reading => reading.Analyte.Id, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new MeasurementFact(group.Key, Array.AsReadOnly([.. group.OrderBy(reading => reading.Day?.Last ?? DateOnly.MinValue).Select(Result)])));

    private static MeasuredResult Result(LabReading reading) => new(
        reading.Value,
        reading.Analyte.Unit,
        reading.Result.Comparator switch
        {
            Comparator.LessThan => ValueBound.LessThan,
            Comparator.AtMost => ValueBound.AtMost,
            Comparator.AtLeast => ValueBound.AtLeast,
            Comparator.MoreThan => ValueBound.MoreThan,
            _ => ValueBound.Exact,
        },
        reading.Day?.Last,
        reading.IsHigh,
        reading.IsLow,
        reading.Seen,
        reading.Path);

    private IEnumerable<FindingFact> Findings()
    {
        if (lesions.Count == 0)
            yield break;
        var catalogue = lesions[0].Verdict.Knowledge.Catalogue;
        for (var finding = 0; finding < catalogue.Count; finding++)
        {
            LesionResult[] present = [.. lesions.Where(lesion => lesion.Source.Picture[finding] == FindingState.Present)];
            LesionResult[] absent = [.. lesions.Where(lesion => lesion.Source.Picture[finding] == FindingState.Absent)];
            if (present.Length + absent.Length == 0)
                continue;
            var definition = catalogue[finding];
            var shown = (present.Length > 0 ? present : absent)[0].Source.Picture;
            var label = EvidenceText.Label(definition, shown[finding]);
            var seen = shown.Seen(finding);
            yield return new FindingFact(
                definition.Id,
                definition.Label,
                present.Select(IdOf),
                absent.Select(IdOf),
                string.IsNullOrEmpty(seen) || string.Equals(seen, label, StringComparison.OrdinalIgnoreCase) ? label : $"{label} ({seen})",
                (present.Length > 0 ? present : absent).SelectMany(lesion => lesion.Source.Picture.From(finding)).Distinct(StringComparer.Ordinal));
        }
    }

    private IEnumerable<CertaintyFact> Certainties() =>
        assessment.Lesions.SelectMany(lesion => lesion.Suggestions.Select((suggestion, place) => new CertaintyFact(
            lesion.Lesion,
            suggestion,
            place + 1,
            assessment.Leading is { } leading && leading.Lesion == lesion.Lesion && leading.Type == suggestion.Type,
            $"{Explanation.Json.EnumNames.NameOf(suggestion.Type)} {Explanation.Json.EnumNames.NameOf(suggestion.Certainty)} for lesion {lesion.Lesion}")));

    private IEnumerable<VerdictFact> Verdicts()
    {
        if (lesions.Count == 0)
            yield break;
        var program = lesions[0].Verdict.Knowledge.Program;
        foreach (var rule in program.Rules)
        {
            var node = program.NodeOf(rule.Id);
            string[] met = [.. lesions.Where(lesion => lesion.Verdict.Evaluation.IsMet(node)).Select(IdOf)];
            string[] unmet = [.. lesions.Where(lesion => lesion.Verdict.Evaluation.ResultOf(node) == Outcome.Unmet).Select(IdOf)];
            if (met.Length + unmet.Length > 0)
                yield return new VerdictFact(rule.Id, rule.Title, met, unmet, $"{rule.Id} ({rule.Title}) is {(met.Length > 0 ? "met" : "not met")} for lesion {string.Join(", ", met.Length > 0 ? met : unmet)}");
        }
    }

    private static string IdOf(LesionResult lesion) => lesion.Source.Lesion;

    private static string WordsOf(DerivedValue value) =>
        value.Value is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Name} {PlainNumber.WithoutTrailingZeros(number)} {value.Unit}").TrimEnd()
            : $"{value.Name} {value.Result}";
}
