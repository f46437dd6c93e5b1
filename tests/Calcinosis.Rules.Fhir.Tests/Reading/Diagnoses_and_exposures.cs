using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Vocabulary;
using static Calcinosis.Rules.Fhir.Tests.Support.Fhir;

namespace Calcinosis.Rules.Fhir.Tests.Reading;

/// <summary>Conditions, procedures and medications with all that their statuses say.</summary>
public sealed class Diagnoses_and_exposures
{
    private static Condition One(string code, string more = "") => Patient(Condition(code, more)).Document.Conditions.Should().ContainSingle().Subject;

    private static string Status(string element, string code) => $$""","{{element}}":{"coding":[{"code":"{{code}}"}]}""";

    [Theory]
    [InlineData("M34.1")]
    [InlineData("M341")]
    [InlineData("m34.1")]
    public void ICD_codes_are_read_with_and_without_dot(string code) =>
        new CalcinosisClassifier().Classify(Patient(Condition(Coded(Icd10Cm, code)))).NotUnderstood.Should().BeEmpty();

    [Fact]
    public void A_code_that_says_too_little_is_left_out_with_the_reason() =>
        Patient(Condition(Coded(Icd10Cm, "E83.59"))).LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.UnknownCode && line.Text.Contains("calciphylaxis, tumoral calcinosis and others share it"));

    [Theory]
    [InlineData("B65.9", "other-parasite")]
    [InlineData("B67.90", "other-parasite")]
    [InlineData("N25.0", "chronic-kidney-disease")]
    public void Parasites_and_renal_osteodystrophy_are_known_by_their_ICD_codes(string icd, string finding) =>
        ClinicalVocabulary.Default.Resolve(TermKind.Condition, null, [new Coding(Icd10Cm, icd)], null).Terms.Should().ContainSingle(term => term.Term.Code == finding);

    [Theory]
    [InlineData("clinicalStatus", "active", null)]
    [InlineData("clinicalStatus", "resolved", PresenceStatus.Past)]
    [InlineData("clinicalStatus", "remission", PresenceStatus.Past)]
    [InlineData("verificationStatus", "refuted", PresenceStatus.Absent)]
    public void A_status_tells_present_past_or_absent(string element, string code, PresenceStatus? status) =>
        One(Coded(Icd10Cm, "M32.9"), Status(element, code)).Status.Should().Be(status);

    [Theory]
    [InlineData("provisional")]
    [InlineData("differential")]
    [InlineData("unconfirmed")]
    public void A_diagnosis_that_is_only_thought_of_is_suspected(string code) =>
        One(Coded(Icd10Cm, "M32.9"), Status("verificationStatus", code)).Verification.Should().Be(Verification.Suspected);

    [Fact]
    public void What_was_entered_in_error_never_reaches_a_rule()
    {
        var patient = Patient(Condition(Coded(Icd10Cm, "M32.9"), Status("verificationStatus", "entered-in-error")));

        patient.Document.Conditions.Should().BeEmpty();
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.EnteredInError);
    }

    [Theory]
    [InlineData(""","abatementDateTime":"2020-01" """)]
    [InlineData(""","abatementBoolean":true""")]
    [InlineData(""","abatementString":"last year" """)]
    public void What_abated_is_past(string abatement) => One(Coded(Icd10Cm, "M32.9"), abatement).Status.Should().Be(PresenceStatus.Past);

    [Theory]
    [InlineData(""","onsetDateTime":"2012-03" """, "2012-03", null, null)]
    [InlineData(""","onsetPeriod":{"start":"2012"}""", "2012", null, null)]
    [InlineData(""","onsetAge":{"value":31,"unit":"a"}""", null, 31, null)]
    [InlineData(""","onsetRange":{"low":{"value":30,"unit":"years"},"high":{"value":35,"unit":"years"}}""", null, 30, null)]
    [InlineData(""","onsetString":"for 5 years" """, null, null, "P5Y")]
    [InlineData(""","onsetString":"since 2012" """, "2012", null, null)]
    [InlineData(""","onsetString":"at age 31" """, null, 31, null)]
    public void Onset_is_read_in_every_form(string onset, string? since, int? age, string? duration)
    {
        var condition = One(Coded(Icd10Cm, "M32.9"), onset);

        (condition.Since?.ToString(), (int?)condition.OnsetAgeYears, condition.Duration?.ToString()).Should().Be((since, age, duration));
    }

    [Theory]
    [InlineData("rule out systemic lupus erythematosus")]
    [InlineData("possible systemic lupus erythematosus")]
    public void Words_that_doubt_the_code_are_heard(string words)
    {
        var patient = Patient(Condition(Coded(Icd10Cm, "M32.9", words)));

        patient.Document.Conditions[0].Should().Match<Condition>(condition => condition.Verification == Verification.Suspected || condition.Status == PresenceStatus.Absent);
        patient.Issues.Should().ContainSingle(issue => issue.Code == "words-qualify-code");
    }

    [Theory]
    [InlineData("Family history of systemic sclerosis", "http://snomed.info/sct", "160303001")]
    [InlineData("FH: lupus", "urn:local", "1")]
    [InlineData("x", "http://hl7.org/fhir/sid/icd-10-cm", "Z82.61")]
    public void A_relatives_disease_is_never_the_patients_own(string words, string system, string code)
    {
        var patient = Patient(Condition(Coded(system, code, words)));

        patient.Document.Conditions.Should().BeEmpty();
        patient.Issues.Should().ContainSingle(issue => issue.Code == "family-history-as-condition");
    }

    [Fact]
    public void An_unknown_code_with_unknown_words_is_listed() =>
        Patient(Condition(Coded(Snomed, "444814009", "Viral sinusitis (disorder)"))).LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.UnknownCode);

    [Fact]
    public void A_code_that_is_in_no_table_is_still_read_by_its_words()
    {
        var patient = Patient(Condition(Coded(Snomed, "1", "Calciphylaxis (disorder)")));

        patient.Document.Conditions[0].Text.Should().Be("Calciphylaxis");
        new CalcinosisClassifier().Classify(patient).RecordSays.Should().Equal("calciphylaxis");
    }

    private const string Given = """{"resourceType":"MedicationAdministration","id":"m1","status":"completed","medicationCodeableConcept":{"text":"Calcium gluconate"},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-09-01","dosage":{"route":{"coding":[{"system":"http://snomed.info/sct","code":"47625008"}]},"site":{"text":"left dorsal hand"},"dose":{"value":1,"unit":"g"}}}""";

    [Fact]
    public void What_was_infused_keeps_route_site_dose_and_day()
    {
        var exposure = Patient(Given).Document.Exposures.Should().ContainSingle().Subject;

        (exposure.Route, exposure.Site, exposure.Dose, exposure.StartedOn.ToString()).Should().Be((Route.Iv, "left dorsal hand", new Dose(1, "g"), "2026-09-01"));
    }

    [Theory]
    [InlineData("not-taken", PresenceStatus.Absent, null)]
    [InlineData("active", null, true)]
    [InlineData("completed", null, false)]
    [InlineData("unknown", null, null)]
    public void A_medication_statement_tells_taken_stopped_or_never_taken(string status, PresenceStatus? presence, bool? ongoing)
    {
        var exposure = Patient($$"""{"resourceType":"MedicationStatement","id":"m1","status":"{{status}}","medicationCodeableConcept":{{Coded("http://www.nlm.nih.gov/research/umls/rxnorm", "11289")}},"subject":{"reference":"Patient/p"} }""").Document.Exposures.Should().ContainSingle().Subject;

        (exposure.Status, exposure.Ongoing).Should().Be((presence, ongoing));
    }

    [Theory]
    [InlineData(""" "medicationReference":{"reference":"#med"},"contained":[{"resourceType":"Medication","id":"med","code":{"text":"Warfarin"}}] """)]
    [InlineData(""" "medicationReference":{"reference":"med"},"contained":[{"resourceType":"Medication","id":"#med","code":{"text":"Warfarin"}}] """)]
    [InlineData(""" "medicationReference":{"reference":"Medication/w/_history/3"} """)]
    [InlineData(""" "medicationReference":{"reference":"https://ehr.example/fhir/Medication/w"} """)]
    public void A_medication_is_found_where_it_is_contained_or_referenced(string medication)
    {
        var patient = Patient("""{"resourceType":"Medication","id":"w","code":{"text":"warfarin"}}""", $$"""{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p"},{{medication}} }""");

        patient.Document.Exposures.Should().ContainSingle().Which.Text.Should().BeEquivalentTo("warfarin");
    }

    [Theory]
    [InlineData("Warfarin Sodium 5 MG Oral Tablet [Coumadin]", "vitamin-k-antagonist")]
    [InlineData("24 HR Diltiazem Hydrochloride 120 MG Extended Release Oral Capsule", "diltiazem")]
    public void A_product_name_is_stripped_to_its_ingredient(string product, string code)
    {
        var patient = Patient($$"""{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p"},"medicationCodeableConcept":{{Coded("http://www.nlm.nih.gov/research/umls/rxnorm", "855332", product)}} }""");

        Vocabulary.ClinicalVocabulary.Default.Resolve(Vocabulary.TermKind.Exposure, null, null, patient.Document.Exposures.Should().ContainSingle().Subject.Text).Terms.Should().ContainSingle().Which.Term.Code.Should().Be(code);
    }

    [Fact]
    public void A_steroid_cream_is_no_systemic_steroid()
    {
        var exposure = Patient($$"""{"resourceType":"MedicationRequest","id":"m1","status":"active","intent":"order","subject":{"reference":"Patient/p"},"medicationCodeableConcept":{{Coded("http://www.nlm.nih.gov/research/umls/rxnorm", "5492", "hydrocortisone 10 MG/ML Topical Cream")}} }""").Document.Exposures.Should().ContainSingle().Subject;

        exposure.Route.Should().Be(Route.Topical);
    }

    [Theory]
    [InlineData("""{"resourceType":"ServiceRequest","id":"s","status":"active","intent":"order","code":{"text":"calcium gluconate infusion"},"subject":{"reference":"Patient/p"}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"s","status":"draft","intent":"order","medicationCodeableConcept":{"text":"warfarin"},"subject":{"reference":"Patient/p"}}""")]
    [InlineData("""{"resourceType":"MedicationRequest","id":"s","status":"active","intent":"proposal","medicationCodeableConcept":{"text":"warfarin"},"subject":{"reference":"Patient/p"}}""")]
    public void What_was_only_ordered_is_no_exposure(string resource)
    {
        var patient = Patient(resource);

        patient.Document.Exposures.Should().BeEmpty();
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.NotDone);
    }

    [Fact]
    public void A_procedure_that_was_not_done_is_evidence_of_absence() =>
        Patient("""{"resourceType":"Procedure","id":"x","status":"not-done","code":{"text":"parathyroidectomy"},"subject":{"reference":"Patient/p"}}""").Document.Exposures[0].Status.Should().Be(PresenceStatus.Absent);

    [Fact]
    public void Sessions_of_dialysis_are_one_dialysis_since_the_first()
    {
        string Session(int month) => $$"""{"resourceType":"Procedure","id":"d{{month}}","status":"completed","code":{{Coded(Snomed, "302497006")}},"performedDateTime":"2026-{{month:00}}-01","subject":{"reference":"Patient/p"} }""";

        var patient = Patient(Session(8), Session(9), Session(10));

        patient.Document.Exposures.Should().ContainSingle().Which.StartedOn.ToString().Should().Be("2026-08-01");
        patient.LeftOut.Should().HaveCount(2).And.OnlyContain(line => line.Reason == LeftOutReason.Repeated);
    }

    [Fact]
    public void Dialysis_that_ended_long_ago_is_past() =>
        Patient($$"""{"resourceType":"Procedure","id":"d","status":"completed","code":{{Coded(Snomed, "302497006")}},"performedDateTime":"2019-01-01","subject":{"reference":"Patient/p"} }""").Document.Exposures[0].Status.Should().Be(PresenceStatus.Past);

    [Fact]
    public void Stays_come_from_encounters()
    {
        var patient = Patient("""{"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"IMP"},"subject":{"reference":"Patient/p"},"period":{"start":"2026-08-01","end":"2026-08-09"}}""", """{"resourceType":"Encounter","id":"f","status":"finished","class":{"code":"AMB"},"type":[{"text":"Hemodialysis"}],"subject":{"reference":"Patient/p"},"period":{"start":"2026-10-01"}}""");

        patient.Document.Conditions.Select(condition => condition.Code ?? condition.Text).Should().Equal("hospital-stay", "haemodialysis");
    }

    [Fact]
    public void A_leak_that_is_part_of_an_infusion_belongs_to_it()
    {
        var patient = Patient(Given, """{"resourceType":"Observation","id":"leak","status":"final","code":{"coding":[{"system":"http://snomed.info/sct","code":"95384003"}]},"subject":{"reference":"Patient/p"},"partOf":[{"reference":"MedicationAdministration/m1"}],"valueBoolean":true}""");

        patient.Document.Exposures[0].Extravasation.Should().BeTrue();
        patient.Provenance["/exposures/0/extravasation"].Resource.Should().Be("Observation/leak");
    }

    [Fact]
    public void Relatives_and_allergies_are_kept_apart()
    {
        var patient = Patient("""{"resourceType":"FamilyMemberHistory","id":"f","status":"completed","patient":{"reference":"Patient/p"},"relationship":{"text":"brother"},"condition":[{"code":{"text":"tumoral calcinosis"}}]}""", """{"resourceType":"AllergyIntolerance","id":"a","patient":{"reference":"Patient/p"},"code":{"text":"penicillin"}}""");

        patient.Document.FamilyHistory.Should().ContainSingle().Which.Relation.Should().Be("brother");
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.NotUsed && line.What == "AllergyIntolerance");
    }

    [Fact]
    public void Of_several_dosages_the_first_counts_and_what_follows_is_read()
    {
        var patient = Patient("""
            {"resourceType":"MedicationRequest","id":"m","status":"active","intent":"order","subject":{"reference":"Patient/p"},"dosageInstruction":[
              {"route":{"text":"oral"},"timing":{"repeat":{"periodUnit":"d"}},"doseAndRate":[{"doseQuantity":{"value":5,"unit":"mg"}},{"doseQuantity":{"value":6,"unit":"mg"}}]},
              {"route":{"text":"intravenous"},"timing":{"repeat":{"periodUnit":"wk"}},"doseAndRate":[{"doseQuantity":{"value":4,"unit":"mg"}}]}],
             "medicationCodeableConcept":{"text":"warfarin"}}
            """);

        patient.Issues.Should().BeEmpty();
        var warfarin = patient.Document.Exposures.Should().ContainSingle().Subject;
        warfarin.Text.Should().Be("warfarin");
        warfarin.Route.Should().Be(Route.Oral);
        warfarin.Dose!.Value.Should().Be(5m);
    }

    [Fact]
    public void Of_several_stages_the_first_counts_and_what_follows_is_read()
    {
        var patient = Patient("""
            {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"stage":[{"summary":{"text":"Stage 5"}},{"summary":{"text":"Stage 4"},"type":{"text":"KDIGO"}}],
             "code":{"text":"chronic kidney disease"}}
            """);

        patient.Issues.Should().BeEmpty();
        patient.Document.Conditions.Should().ContainSingle().Which.Stage.Should().Be("Stage 5");
    }

    [Fact]
    public void Of_a_timing_the_first_event_counts_before_the_bounds_and_what_follows_is_read()
    {
        var patient = Patient("""
            {"resourceType":"MedicationStatement","id":"m","status":"active","subject":{"reference":"Patient/p"},"effectiveTiming":{"event":["2026-01-01"],"repeat":{"boundsPeriod":{"start":"2026-02-01"}}},
             "medicationCodeableConcept":{"text":"warfarin"}}
            """);

        patient.Issues.Should().BeEmpty();
        patient.Document.Exposures.Should().ContainSingle().Which.Text.Should().Be("warfarin");
    }
}
