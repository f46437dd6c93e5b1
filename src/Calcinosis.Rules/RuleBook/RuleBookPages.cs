using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;
using Calcinosis.Rules.RuleBook.Pages;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.RuleBook;

/// <summary>The whole rule book. The same knowledge gives the same pages, byte for byte.</summary>
internal static class RuleBookPages
{
    public static IReadOnlyList<Page> All(KnowledgeBase knowledge)
    {
        var vocabulary = ClinicalVocabulary.Default;
        IReadOnlyList<Page> pages =
        [
            .. TypeOrder.All.Select(type => TypePage.Of(knowledge, type)),
            SharedCriteriaPage.Of(knowledge),
            MimicsPage.Of(knowledge),
            RedFlagsPage.Of(knowledge),
            WorkupPage.Of(knowledge),
            TreatmentsPage.Of(knowledge),
            ThresholdsPage.Of(),
            PoliciesPage.Of(knowledge),
            RangesPage.Of(),
            UnitsPage.Of(),
            FindingsPage.Of(knowledge),
            .. VocabularyPages.Of(vocabulary),
            SitesPage.Of(),
            BriefPage.Of(knowledge),
            SourcesPage.Of(knowledge),
        ];
        return [IndexPage.Of(knowledge, pages), .. pages];
    }
}
