using System.Globalization;
using Calcinosis.Rules.Measurements;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Every lesion that an entry names exists.</summary>
internal sealed class ReferenceValidator : DocumentCheck
{
    public override void Check(JudgedResults results, IssueSink issues)
    {
        var document = results.Document;
        var known = new LesionNames(document.Lesions);
        var conditions = Entries.Of(document.Conditions);
        for (var i = 0; i < conditions.Length; i++)
        {
            foreach (var relation in Entries.Of(conditions[i].Lesions))
                Named(known, relation.Lesion, IssuePath.Of(conditions[i], "conditions", i) + "/lesions", issues);
        }

        var exposures = Entries.Of(document.Exposures);
        for (var i = 0; i < exposures.Length; i++)
        {
            foreach (var relation in Entries.Of(exposures[i].Lesions))
                Named(known, relation.Lesion, IssuePath.Of(exposures[i], "exposures", i) + "/lesions", issues);
            foreach (var response in Entries.Of(exposures[i].Response))
                Named(known, response.Lesion, IssuePath.Of(exposures[i], "exposures", i) + "/response", issues);
        }

        for (var i = 0; i < document.Imaging.Count; i++)
            Names(known, document.Imaging[i].Lesion, document.Imaging[i].Lesions, IssuePath.Of(document.Imaging[i], "imaging", i), issues);
        for (var i = 0; i < document.Histology.Count; i++)
            Names(known, document.Histology[i].Lesion, document.Histology[i].Lesions, IssuePath.Of(document.Histology[i], "histology", i), issues);
        for (var i = 0; i < document.Differential.Count; i++)
            Named(known, document.Differential[i].Lesion, IssuePath.Of(document.Differential[i], "differential", i) + "/lesion", issues);
        for (var i = 0; i < document.Spectroscopy.Count; i++)
            Named(known, document.Spectroscopy[i].Lesion, IssuePath.Of(document.Spectroscopy[i], "spectroscopy", i) + "/lesion", issues);
    }

    private static void Names(LesionNames known, string? one, IReadOnlyList<string> more, IssuePath path, IssueSink issues)
    {
        Named(known, one, path + "/lesion", issues);
        for (var i = 0; i < more.Count; i++)
            Named(known, more[i], path + "/lesions", issues);
    }

    private static void Named(LesionNames known, string? lesion, IssuePath path, IssueSink issues)
    {
        if (lesion is null || known.Contains(lesion))
            return;
        var some = known.FirstFive();
        issues.Error("unknown-lesion", path, lesion, some.Length == 0 ? "a lesion of this document" : "one of: " + string.Join(", ", some), "The entry names a lesion that the document does not have.");
    }

    /// <summary>The names of a document's lesions; few are compared one by one, many are put into a set.</summary>
    private readonly struct LesionNames(IReadOnlyList<Lesion> lesions)
    {
        private const int MostCompared = 64;
        private readonly HashSet<string>? _many = lesions.Count > MostCompared ? lesions.Select(NameOf).ToHashSet(StringComparer.Ordinal) : null;

        public bool Contains(string name)
        {
            if (_many is not null)
                return _many.Contains(name);
            for (var i = 0; i < lesions.Count; i++)
            {
                if (NameOf(lesions[i], i) == name)
                    return true;
            }

            return false;
        }

        public string[] FirstFive() => [.. lesions.Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(5)];

        private static string NameOf(Lesion lesion, int index) => lesion.Id ?? string.Create(CultureInfo.InvariantCulture, $"L{index + 1}");
    }
}
