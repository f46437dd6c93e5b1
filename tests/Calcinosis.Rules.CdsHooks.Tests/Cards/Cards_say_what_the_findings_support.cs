using System.Text.Json;
using Calcinosis.Rules.CdsHooks.Cards;
using Calcinosis.Rules.CdsHooks.PatientData;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;

namespace Calcinosis.Rules.CdsHooks.Tests.Cards;

public sealed class Cards_say_what_the_findings_support
{
    [Theory]
    [InlineData("dialysis-calciphylaxis", "critical", "Same day. Findings support calciphylaxis: uraemic, proximal - probable")]
    [InlineData("systemic-sclerosis-fingers", "info", "Findings support dystrophic calcinosis cutis: limited systemic sclerosis (CREST) - established")]
    public void The_summary_is_the_answer_and_the_indicator_its_urgency(string sample, string indicator, string summary)
    {
        var card = CardDesk.TypeCards(Patients.Sample(sample)).Should().ContainSingle().Subject;

        card.GetProperty("summary").GetString().Should().Be(summary);
        card.GetProperty("indicator").GetString().Should().Be(indicator);
    }

    [Fact]
    public void Every_patient_at_hand_gets_cards_that_keep_the_contract()
    {
        foreach (var path in Patients.All)
        {
            var assessment = Patients.Assess(path);
            var cards = CardDesk.TypeCards(assessment);

            var standing = assessment.Lesions.Where(lesion => lesion.Suggestions[0].Certainty >= Certainty.Possible).Select(lesion => (lesion.Suggestions[0].Type, lesion.Suggestions[0].Subtype)).Distinct().Count();
            cards.Should().HaveCountGreaterThanOrEqualTo(standing, path);
        }
    }

    [Fact]
    public void The_detail_says_why_what_speaks_against_and_what_is_missing()
    {
        var detail = Detail(CardDesk.TypeCards(Patients.Sample("dialysis-calciphylaxis"))[0]);

        detail.Should().Contain("**Red flags**").And.Contain("**Why**").And.Contain("**Missing").And.Contain("Taken as absent because not recorded")
            .And.Contain("decides nothing").And.Contain("**Sources**");
    }

    [Fact]
    public void A_patient_without_a_lesion_gets_no_card() =>
        CardDesk.TypeCards(Patients.AssessJson("""
            { "schema": "calcinosis-findings/1", "conditions": [ { "code": "end-stage-renal-disease", "text": "end-stage renal disease on haemodialysis" } ],
              "labs": [ { "analyte": "calcium-total", "value": 14.5, "unit": "mg/dL" } ] }
            """)).Should().BeEmpty("a high calcium is somebody else's card");

    [Fact]
    public void A_lesion_about_which_nothing_stands_is_no_card_unless_the_record_speaks_of_calcinosis()
    {
        const string lesion = """ "lesions": [ { "id": "L1", "sites": ["buttock"], "morphology": ["nodule"] } ] """;

        CardDesk.TypeCards(Patients.AssessJson($$"""{ "schema": "calcinosis-findings/1", {{lesion}} }""")).Should().BeEmpty();
        CardDesk.TypeCards(Patients.AssessJson($$"""{ "schema": "calcinosis-findings/1", "conditions": [ { "text": "calcinosis cutis" } ], {{lesion}} }"""))
            .Should().ContainSingle().Which.GetProperty("summary").GetString().Should().StartWith("Calcinosis is recorded");
    }

    [Fact]
    public void What_could_not_be_read_stands_on_the_card()
    {
        RecordGap[] gaps = [new("familyHistory", "family history", GapReason.Failed), new("procedures", "procedures", GapReason.NotProvided), new("laboratory", "laboratory results", GapReason.Incomplete)];

        Detail(CardDesk.TypeCards(Patients.Sample("scrotal-nodules"), gaps: gaps)[0]).Should().Contain(
            """
            **Not read, so without a part in this**

            - family history: the record system reported that it could not be read
            - procedures: the record system did not send it
            - laboratory results: only a part of it could be read
            """);
    }

    [Fact]
    public void Tests_are_proposals_for_the_patient_and_a_biopsy_is_never_one()
    {
        foreach (var path in Patients.All)
        {
            foreach (var card in CardDesk.TypeCards(Patients.Assess(path), encounter: "89284").Where(card => card.TryGetProperty("suggestions", out _)))
            {
                var actions = card.GetProperty("suggestions").EnumerateArray().SelectMany(suggestion => suggestion.GetProperty("actions").EnumerateArray()).ToList();
                actions.Should().OnlyContain(action => action.GetProperty("type").GetString() == "create");
                actions.Should().OnlyContain(action => action.GetProperty("resource").GetProperty("subject").GetProperty("reference").GetString() == $"Patient/{Calls.PatientId}");
                actions.Should().OnlyContain(action => action.GetProperty("resource").GetProperty("encounter").GetProperty("reference").GetString() == "Encounter/89284");
                card.GetProperty("suggestions").GetRawText().Should().NotContainEquivalentOf("biopsy");
            }
        }
    }

    [Fact]
    public void Every_orderable_test_is_one_that_the_rules_can_ask_for()
    {
        var known = new CalcinosisClassifier().Knowledge.Rules.Where(rule => rule.Kind == RuleKind.Test).Select(rule => rule.Key);

        OrderableTests.All.Keys.Should().BeSubsetOf(known);
    }

    [Fact]
    public void The_same_findings_of_the_same_patient_give_the_same_ids_and_others_give_others()
    {
        var assessment = Patients.Sample("dialysis-calciphylaxis");
        var once = CardDesk.TypeCards(assessment)[0];

        Ids(CardDesk.TypeCards(Patients.Sample("dialysis-calciphylaxis"))[0]).Should().Equal(Ids(once));
        Ids(CardDesk.TypeCards(assessment, patient: "another")[0]).Should().NotIntersectWith(Ids(once));
        Ids(CardDesk.TypeCards(assessment, secret: "a secret of this hospital")[0]).Should().NotIntersectWith(Ids(once), "a secret keeps ids from being guessed");
    }

    [Fact]
    public void The_source_is_a_publication_that_the_leading_rules_cite()
    {
        var source = CardDesk.TypeCards(Patients.Sample("dialysis-calciphylaxis"))[0].GetProperty("source");

        source.GetProperty("label").GetString().Should().MatchRegex(@"\b(19|20)\d\d\b", "a citation has a year");
        source.GetProperty("url").GetString().Should().MatchRegex("^https://(pubmed|pmc|doi)[.]");
    }

    [Fact]
    public void Words_of_the_record_make_no_markup_no_html_and_no_link()
    {
        var card = CardDesk.TypeCards(Patients.AssessJson("""
            { "schema": "calcinosis-findings/1",
              "conditions": [ { "code": "systemic-sclerosis-limited", "text": "CREST <img src=x onerror=alert(1)> **bold** [click](http://evil.example) www.evil.example http://evil.example a@evil.example" } ],
              "lesions": [ { "id": "L1", "sites": ["fingers"], "morphology": ["nodule"] } ] }
            """)).Should().ContainSingle().Subject;

        Detail(card).Should().Contain("evil").And.NotMatchRegex(@"(?<!\\)<img").And.NotMatchRegex(@"(?<!\\)\*\*bold").And.NotMatchRegex(@"(?<!\\)\]\(http").And.NotContain("http://").And.NotContain("www.evil").And.NotContain("a@evil");
    }

    [Fact]
    public void Reasons_to_set_a_card_aside_are_codes_of_HL7()
    {
        var reasons = CardDesk.TypeCards(Patients.Sample("scrotal-nodules"))[0].GetProperty("overrideReasons").EnumerateArray().ToList();

        reasons.Should().OnlyContain(reason => reason.GetProperty("system").GetString() == "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes");
        reasons.Select(reason => reason.GetProperty("code").GetString()).Should().OnlyHaveUniqueItems().And.Contain(["cds-not-applicable", "patient-contraindication", "recipient-disagrees-evidence"]);
    }

    private static string Detail(JsonElement card) => card.GetProperty("detail").GetString()!;

    private static IEnumerable<string> Ids(JsonElement card) =>
        (card.TryGetProperty("suggestions", out var suggestions) ? suggestions.EnumerateArray().Select(suggestion => suggestion.GetProperty("uuid").GetString()!) : [])
            .Append(card.GetProperty("uuid").GetString()!);
}
