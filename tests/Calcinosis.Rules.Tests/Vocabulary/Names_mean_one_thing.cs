using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Tests.Vocabulary;

public sealed class Names_mean_one_thing
{
    private static readonly ClinicalVocabulary Vocabulary = ClinicalVocabulary.Default;

    /// <summary>Names that state two findings on purpose.</summary>
    private static readonly HashSet<string> StateTwo = new(["alcoholic cirrhosis", "pancreatic cancer", "pancreatic carcinoma"], StringComparer.Ordinal);

    [Fact]
    public void A_synonym_names_one_finding_only()
    {
        var doubled = Vocabulary.Lexicons
            .SelectMany(lexicon => lexicon.Value.Names.Where(name => name.Value.Select(term => term.Code).Distinct().Count() > 1 && !StateTwo.Contains(name.Key)).Select(name => $"{lexicon.Key}: {name.Key} = {string.Join(", ", name.Value.Select(term => term.Code))}"))
            .Distinct().Order(StringComparer.Ordinal);
        doubled.Should().BeEmpty();
    }

    [Fact]
    public void Codes_are_unique_within_their_kind() => Vocabulary.Terms.GroupBy(term => (term.Kind, term.Code)).Where(group => group.Count() > 1).Should().BeEmpty();

    [Theory]
    [InlineData("CREST syndrome", "systemic-sclerosis-limited")]
    [InlineData("limited cutaneous systemic sclerosis (CREST syndrome)", "systemic-sclerosis-limited")]
    [InlineData("SLE", "systemic-lupus-erythematosus")]
    [InlineData("JDM", "juvenile-dermatomyositis")]
    [InlineData("Sjogren's syndrome", "sjogren-syndrome")]
    [InlineData("hyperphosphatemia", "hyperphosphataemia")]
    [InlineData("Hæmodialysis", "haemodialysis")]
    [InlineData("Raynaud's phenomenon", "raynaud")]
    [InlineData("burn scars", "burn-scar")]
    [InlineData("HD", "haemodialysis")]
    public void Clinicians_words_are_understood(string text, string code) =>
        Vocabulary.Resolve(TermKind.Condition, null, null, text).Terms.Select(term => term.Term.Code).Should().Equal(code);

    [Theory]
    [InlineData("end-stage renal disease on haemodialysis", "end-stage-renal-disease", "haemodialysis")]
    [InlineData("SLE with lupus nephritis", "systemic-lupus-erythematosus", "lupus-nephritis")]
    [InlineData("ESRD, diabetes mellitus and hypertension", "end-stage-renal-disease", "diabetes-mellitus", "hypertension")]
    [InlineData("alcoholic cirrhosis", "cirrhosis", "alcoholic-liver-disease")]
    [InlineData("stage 5 CKD on HD", "ckd-stage-5", "haemodialysis")]
    public void Composite_phrases_state_all_their_parts(string text, params string[] codes) =>
        Vocabulary.Resolve(TermKind.Condition, null, null, text).Terms.Select(term => term.Term.Code).Should().BeEquivalentTo(codes);

    [Theory]
    [InlineData("no fever")]
    [InlineData("denies fever")]
    [InlineData("negative for fever")]
    [InlineData("fever ruled out")]
    [InlineData("fever absent")]
    public void C47_a_denial_is_an_absence(string text) =>
        Vocabulary.Resolve(TermKind.Condition, null, null, text).Terms.Should().ContainSingle().Which.Negated.Should().BeTrue();

    [Theory]
    [InlineData("suspected sarcoidosis")]
    [InlineData("sarcoidosis suspected")]
    [InlineData("possible sarcoidosis")]
    [InlineData("? sarcoidosis")]
    [InlineData("r/o sarcoidosis")]
    public void C47_a_suspicion_is_no_diagnosis(string text) =>
        Vocabulary.Resolve(TermKind.Condition, null, null, text).Terms.Should().ContainSingle().Which.Suspected.Should().BeTrue();

    [Theory]
    [InlineData("brother has lupus")]
    [InlineData("lupusoid wobble")]
    [InlineData("antilupus")]
    public void Parts_of_names_are_never_guessed(string text) =>
        Vocabulary.Resolve(TermKind.Condition, null, null, text).Terms.Should().BeEmpty();

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "M34.1", "systemic-sclerosis-limited")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "M341", "systemic-sclerosis-limited")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "m34.89", "systemic-sclerosis")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "N18.6", "end-stage-renal-disease")]
    [InlineData("urn:oid:2.16.840.1.113883.6.90", "E11.65", "diabetes-mellitus")]
    [InlineData("http://snomed.info/sct", "55464009", "systemic-lupus-erythematosus")]
    [InlineData("http://www.nlm.nih.gov/research/umls/rxnorm", "11289", "vitamin-k-antagonist")]
    [InlineData("http://www.whocc.no/atc", "B01AA99", "vitamin-k-antagonist")]
    public void Standard_codes_are_understood(string system, string code, string expected) =>
        Vocabulary.Resolve(TermKind.Condition, null, [new Coding(system, code)], null).Terms.Select(term => term.Term.Code).Should().Equal(expected);

    [Fact]
    public void A_code_that_is_on_purpose_not_read_stands_for_nothing()
    {
        foreach (var (system, code, why) in VocabularyData.NotMapped())
        {
            var coding = new Coding(system, code);
            Vocabulary.Resolve(TermKind.Condition, null, [coding], null).Terms.Should().BeEmpty(code);
            Vocabulary.WhyNotMapped([coding]).Should().Be(why);
        }
    }

    [Fact]
    public void Words_beside_a_code_that_says_too_little_still_count() =>
        Vocabulary.Resolve(TermKind.Condition, null, [new Coding("http://hl7.org/fhir/sid/icd-10-cm", "Q82.8")], "pseudoxanthoma elasticum").Terms.Should().NotBeEmpty();

    [Fact]
    public void A_kidney_donor_is_no_recipient() =>
        Vocabulary.Resolve(TermKind.Condition, null, [new Coding("http://hl7.org/fhir/sid/icd-10-cm", "Z52.4")], null).Terms.Should().BeEmpty();

    [Theory]
    [InlineData("left dorsal hand", "hand", "Left")]
    [InlineData("both thighs", "thigh", "Both")]
    [InlineData("left leg above lateral malleolus", "ankle", "Left")]
    [InlineData("right arm above the elbow", "upper-arm", "Right")]
    [InlineData("fingertips", "fingers", "Unknown")]
    public void Sites_are_read_with_their_side(string words, string region, string side)
    {
        var site = Vocabulary.ReadSite(words);
        site.Understood.Should().BeTrue();
        site.Places.Should().ContainSingle().Which.Should().Equal(region);
        site.Side.ToString().Should().Be(side);
    }

    [Theory]
    [InlineData("medial calcification of subcutaneous arterioles", "small-vessel-calcification")]
    [InlineData("calcium deposits in the dermis", "dermal-calcium")]
    [InlineData("needle-shaped negatively birefringent crystals", "urate-needles")]
    [InlineData("dermal ossification with multiple osteocytes", "bone")]
    public void Phrases_of_pathologists_are_understood(string phrase, string code) =>
        Vocabulary.Resolve(TermKind.Histology, null, null, phrase).Terms.Select(term => term.Term.Code).Should().Contain(code);

    [Fact]
    public void LOINC_codes_have_their_check_digit() =>
        Vocabulary.Terms.SelectMany(term => term.StandardCodes).Where(code => code.StartsWith("loinc|", StringComparison.Ordinal)).Select(code => code["loinc|".Length..])
            .Should().OnlyContain(code => HasLuhnDigit(code)).And.HaveCountGreaterThan(90);

    [Fact]
    public void SNOMED_codes_have_their_check_digit() =>
        Vocabulary.Terms.SelectMany(term => term.StandardCodes).Where(code => code.StartsWith("snomed|", StringComparison.Ordinal)).Select(code => code["snomed|".Length..])
            .Should().OnlyContain(code => Verhoeff(code)).And.HaveCountGreaterThan(40);

    private static bool HasLuhnDigit(string code) => LuhnDigit(code[..^2]) == code[^1] - '0';

    private static int LuhnDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }

        return (10 - (sum % 10)) % 10;
    }

    private static bool Verhoeff(string code)
    {
        int[,] d = { { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 2, 3, 4, 0, 6, 7, 8, 9, 5 }, { 2, 3, 4, 0, 1, 7, 8, 9, 5, 6 }, { 3, 4, 0, 1, 2, 8, 9, 5, 6, 7 }, { 4, 0, 1, 2, 3, 9, 5, 6, 7, 8 }, { 5, 9, 8, 7, 6, 0, 4, 3, 2, 1 }, { 6, 5, 9, 8, 7, 1, 0, 4, 3, 2 }, { 7, 6, 5, 9, 8, 2, 1, 0, 4, 3 }, { 8, 7, 6, 5, 9, 3, 2, 1, 0, 4 }, { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 } };
        int[,] p = { { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 5, 7, 6, 2, 8, 3, 0, 9, 4 }, { 5, 8, 0, 3, 7, 9, 6, 1, 4, 2 }, { 8, 9, 1, 6, 0, 4, 3, 5, 2, 7 }, { 9, 4, 5, 3, 1, 2, 6, 8, 7, 0 }, { 4, 2, 8, 6, 5, 7, 3, 9, 0, 1 }, { 2, 7, 9, 3, 8, 0, 6, 4, 1, 5 }, { 7, 0, 4, 6, 9, 1, 3, 2, 5, 8 } };
        var check = 0;
        for (var i = 0; i < code.Length; i++)
            check = d[check, p[i % 8, code[code.Length - 1 - i] - '0']];
        return check == 0;
    }
}
