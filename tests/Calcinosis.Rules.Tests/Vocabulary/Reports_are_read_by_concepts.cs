using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Tests.Vocabulary;

/// <summary>Reports put findings together from words; a phrase is read when every word of it is accounted for.</summary>
public sealed class Reports_are_read_by_concepts
{
    private static readonly ClinicalVocabulary Vocabulary = ClinicalVocabulary.Default;

    [Theory]
    [InlineData("patchy calcification involving arterioles", "small-vessel-calcification")]
    [InlineData("intramural calcium deposition in several subcutaneous arterioles", "small-vessel-calcification")]
    [InlineData("granular basophilic material in the papillary dermis", "upper-dermal-calcium")]
    [InlineData("calcific deposits around eccrine coils", "extravascular-calcium")]
    [InlineData("calcification of large arteries", "large-vessel-calcification")]
    [InlineData("calcium oxalate in vessel walls", "oxalate-crystals")]
    [InlineData("cyst lined by stratified squamous epithelium", "cyst-wall")]
    [InlineData("mature lamellar bone in the dermis", "bone")]
    [InlineData("fibrointimal hyperplasia narrowing some arteries", "intimal-hyperplasia")]
    public void What_and_where_make_one_finding(string phrase, string code) => Histology(phrase).Should().Equal(code);

    [Theory]
    [InlineData("calcium deposits in the dermis and subcutis", "dermal-calcium", "subcutaneous-calcium")]
    [InlineData("calcification and thrombosis of small vessels", "small-vessel-calcification", "vessel-thrombosis")]
    [InlineData("fat necrosis, calcified", "fat-necrosis-tissue", "calcium")]
    [InlineData("dermal calcium deposits with foreign-body giant cells", "dermal-calcium", "giant-cell-reaction")]
    public void Several_statements_are_all_read(string phrase, params string[] codes) => Histology(phrase).Should().Contain(codes);

    [Fact]
    public void Calcium_in_vessel_walls_is_not_calcium_in_the_dermis() =>
        Histology("calcification of small vessels in the dermis").Should().Equal("small-vessel-calcification");

    [Theory]
    [InlineData("no calcification of vessels")]
    [InlineData("without evidence of calcification of arterioles")]
    [InlineData("calcification of small vessels absent")]
    public void A_denied_composition_denies_the_vessel_finding_only(string phrase)
    {
        var terms = Vocabulary.Resolve(TermKind.Histology, null, null, phrase).Terms;
        terms.Where(term => !term.Negated && term.Term.Code != "no-vessel-changes").Should().BeEmpty();
        terms.Should().NotContain(term => term.Term.Code == "calcium");
    }

    [Fact]
    public void A_denial_of_a_list_reaches_its_end() =>
        Resolve(TermKind.Condition, "no fever, weight loss or rash").Should().OnlyContain(term => term.Negated).And.HaveCount(3);

    [Theory]
    [InlineData("prednisolone from 30 mg, tapered, without effect")]
    [InlineData("warfarin for years without benefit")]
    public void What_was_given_without_effect_was_given(string phrase) =>
        Resolve(TermKind.Exposure, phrase).Should().ContainSingle().Which.Negated.Should().BeFalse();

    [Fact]
    public void A_denial_is_carried_into_a_part_that_is_read_alone()
    {
        var resolution = Vocabulary.Resolve(TermKind.Condition, null, null, "no zoster-like wobble, lupus or fever");
        resolution.Terms.Where(term => !term.Negated).Should().BeEmpty();
    }

    [Fact]
    public void What_was_looked_for_is_not_there() =>
        Resolve(TermKind.Condition, "evaluated for lupus").Should().BeEmpty();

    [Fact]
    public void What_a_drug_was_given_for_is_there() =>
        Resolve(TermKind.Exposure, "warfarin for atrial fibrillation").Select(term => term.Term.Code).Should().Equal("vitamin-k-antagonist", "heart-disease");

    [Theory]
    [InlineData("family history of lupus")]
    [InlineData("mother on dialysis")]
    [InlineData("kidney donor")]
    public void Other_people_have_their_own_diseases(string phrase) =>
        Resolve(TermKind.Condition, phrase).Where(term => !term.Negated).Select(term => term.Term.Code).Should().NotContain(["systemic-lupus-erythematosus", "kidney-transplant"]);

    [Theory]
    [InlineData("end-stage renal disease secondary to autosomal dominant polycystic kidney disease, on maintenance haemodialysis", "end-stage-renal-disease", "chronic-kidney-disease", "haemodialysis")]
    [InlineData("failed kidney transplant requiring haemodialysis", "kidney-transplant", "haemodialysis")]
    [InlineData("cirrhosis due to hepatitis B", "cirrhosis", "liver-disease")]
    public void Because_and_after_join_two_statements(string phrase, params string[] codes) =>
        Resolve(TermKind.Condition, phrase).Select(term => term.Term.Code).Should().Contain(codes);

    [Theory]
    [InlineData("calcification in the periarticular soft tissues of both elbows", "periarticular-calcification")]
    [InlineData("fine net-like calcification of arterioles", "net-like-vessel-calcification")]
    [InlineData("calcification of the large arteries of the leg", "large-artery-calcification")]
    [InlineData("calcified mediastinal nodes", "organ-calcification")]
    [InlineData("hyperechoic focus", "")]
    public void Images_are_read_the_same_way(string phrase, string code) =>
        string.Join(' ', Resolve(TermKind.Imaging, phrase).Select(term => term.Term.Code)).Should().Be(code);

    private static IEnumerable<string> Histology(string phrase) => Resolve(TermKind.Histology, phrase).Select(term => term.Term.Code);

    private static IReadOnlyList<ResolvedTerm> Resolve(TermKind kind, string phrase) => Vocabulary.Resolve(kind, null, null, phrase).Terms;
}
