using System.Globalization;
using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Every lesion that an entry names exists.</summary>
internal sealed class ReferenceValidator : AbstractValidator<FindingsDocument>
{
    public ReferenceValidator() => RuleFor(document => document).Custom(static (document, context) => Check(document, new FailureSink(context)));

    public static void Check(FindingsDocument document, IssueSink issues)
    {
        for (var i = 0; i < document.Conditions.Count; i++)
            Relations(document, document.Conditions[i].Lesions, IssuePath.Of(document.Conditions[i], "conditions", i), issues);
        for (var i = 0; i < document.Exposures.Count; i++)
        {
            var (exposure, path) = (document.Exposures[i], IssuePath.Of(document.Exposures[i], "exposures", i));
            Relations(document, exposure.Lesions, path, issues);
            for (var j = 0; j < exposure.Response.Count; j++)
                Named(document, exposure.Response[j].Lesion, path + "/response", issues);
        }

        for (var i = 0; i < document.Imaging.Count; i++)
            Names(document, document.Imaging[i].Lesion, document.Imaging[i].Lesions, IssuePath.Of(document.Imaging[i], "imaging", i), issues);
        for (var i = 0; i < document.Histology.Count; i++)
            Names(document, document.Histology[i].Lesion, document.Histology[i].Lesions, IssuePath.Of(document.Histology[i], "histology", i), issues);
        for (var i = 0; i < document.Differential.Count; i++)
            Named(document, document.Differential[i].Lesion, IssuePath.Of(document.Differential[i], "differential", i) + "/lesion", issues);
        for (var i = 0; i < document.Spectroscopy.Count; i++)
            Named(document, document.Spectroscopy[i].Lesion, IssuePath.Of(document.Spectroscopy[i], "spectroscopy", i) + "/lesion", issues);
    }

    private static void Relations(FindingsDocument document, IReadOnlyList<LesionRelation> relations, IssuePath path, IssueSink issues)
    {
        for (var i = 0; i < relations.Count; i++)
            Named(document, relations[i].Lesion, path + "/lesions", issues);
    }

    private static void Names(FindingsDocument document, string? one, IReadOnlyList<string> more, IssuePath path, IssueSink issues)
    {
        Named(document, one, path + "/lesion", issues);
        for (var i = 0; i < more.Count; i++)
            Named(document, more[i], path + "/lesions", issues);
    }

    private static void Named(FindingsDocument document, string? lesion, IssuePath path, IssueSink issues)
    {
        if (lesion is null || Exists(document.Lesions, lesion))
            return;
        var known = document.Lesions.Select(NameOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(5).ToArray();
        issues.Error("unknown-lesion", path, lesion, known.Length == 0 ? "a lesion of this document" : "one of: " + string.Join(", ", known), "The entry names a lesion that the document does not have.");
    }

    private static bool Exists(IReadOnlyList<Lesion> lesions, string name)
    {
        for (var i = 0; i < lesions.Count; i++)
        {
            if ((lesions[i].Id ?? NameOf(lesions[i], i)) == name)
                return true;
        }

        return false;
    }

    private static string NameOf(Lesion lesion, int index) => lesion.Id ?? string.Create(CultureInfo.InvariantCulture, $"L{index + 1}");
}
