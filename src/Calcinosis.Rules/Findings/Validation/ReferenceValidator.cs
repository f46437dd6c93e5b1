using FluentValidation;

namespace Calcinosis.Rules.Findings.Validation;

/// <summary>Every lesion that an entry names exists.</summary>
internal sealed class ReferenceValidator : AbstractValidator<FindingsDocument>
{
    public ReferenceValidator() => RuleFor(document => document).Custom(static (document, context) =>
    {
        var known = document.Lesions.Select((lesion, i) => lesion.Id ?? $"L{(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)}").ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < document.Conditions.Count; i++)
            Relations(document.Conditions[i].Lesions, Checks.PathOf(document.Conditions[i], "conditions", i));
        for (var i = 0; i < document.Exposures.Count; i++)
        {
            Relations(document.Exposures[i].Lesions, Checks.PathOf(document.Exposures[i], "exposures", i));
            foreach (var response in document.Exposures[i].Response)
                Named(response.Lesion, Checks.PathOf(document.Exposures[i], "exposures", i) + "/response");
        }

        for (var i = 0; i < document.Imaging.Count; i++)
            Names(document.Imaging[i].Lesion, document.Imaging[i].Lesions, Checks.PathOf(document.Imaging[i], "imaging", i));
        for (var i = 0; i < document.Histology.Count; i++)
            Names(document.Histology[i].Lesion, document.Histology[i].Lesions, Checks.PathOf(document.Histology[i], "histology", i));
        for (var i = 0; i < document.Differential.Count; i++)
            Named(document.Differential[i].Lesion, Checks.PathOf(document.Differential[i], "differential", i) + "/lesion");
        for (var i = 0; i < document.Spectroscopy.Count; i++)
            Named(document.Spectroscopy[i].Lesion, Checks.PathOf(document.Spectroscopy[i], "spectroscopy", i) + "/lesion");

        void Relations(IReadOnlyList<LesionRelation> relations, string path)
        {
            foreach (var relation in relations)
                Named(relation.Lesion, path + "/lesions");
        }

        void Names(string? one, IReadOnlyList<string> more, string path)
        {
            Named(one, path + "/lesion");
            foreach (var lesion in more)
                Named(lesion, path + "/lesions");
        }

        void Named(string? lesion, string path)
        {
            if (lesion is not null && !known.Contains(lesion))
                context.Error("unknown-lesion", path, lesion, known.Count == 0 ? "a lesion of this document" : "one of: " + string.Join(", ", known.Order(StringComparer.Ordinal).Take(5)), "The entry names a lesion that the document does not have.");
        }
    });
}
