using Calcinosis.Rules.Findings;

namespace Calcinosis.Rules.CdsHooks.Tests.Cards;

public sealed class Orders_that_deserve_a_second_look
{
    [Theory]
    [InlineData("Warfarin", "Vitamin K antagonist: findings support probable calciphylaxis")]
    [InlineData("calcium carbonate", "Calcium by mouth: findings support probable calciphylaxis")]
    [InlineData("calcitriol", "Active vitamin D: findings support probable calciphylaxis")]
    [InlineData("skin biopsy", "Skin biopsy: findings support probable calciphylaxis")]
    public void In_probable_calciphylaxis_triggers_and_biopsies_get_a_card(string order, string summary)
    {
        var card = CardDesk.OrderCards(Patients.Sample("dialysis-calciphylaxis"), order).Should().ContainSingle().Subject;

        card.GetProperty("summary").GetString().Should().Be(summary);
        card.GetProperty("indicator").GetString().Should().Be("critical");
        card.GetProperty("detail").GetString().Should().StartWith("**Why this order**").And.Contain("**Why**");
        card.TryGetProperty("suggestions", out _).Should().BeFalse("taking an order back is the clinician's decision");
    }

    [Fact]
    public void Standard_codes_are_understood_as_well_as_words()
    {
        var patient = Patients.Sample("dialysis-calciphylaxis");

        CardDesk.OrderCards(patient, "COUMADIN 5 MG TAB", new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", "11289")).Should().ContainSingle();
        CardDesk.OrderCards(patient, "Bx", new Coding("http://snomed.info/sct", "240977001")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("paracetamol")]
    [InlineData("liver biopsy")]
    [InlineData("no warfarin")]
    public void Other_orders_get_none(string order) =>
        CardDesk.OrderCards(Patients.Sample("dialysis-calciphylaxis"), order).Should().BeEmpty();

    [Theory]
    [InlineData("warfarin")]
    [InlineData("calcium carbonate")]
    [InlineData("skin biopsy")]
    public void The_same_orders_for_a_patient_without_calciphylaxis_get_none(string order) =>
        CardDesk.OrderCards(Patients.Sample("scrotal-nodules"), order).Should().BeEmpty();

    [Fact]
    public void A_treatment_against_which_the_patients_own_findings_speak_gets_a_warning()
    {
        var patient = Patients.AssessJson("""
            { "schema": "calcinosis-findings/1", "patient": { "ageYears": 52, "sex": "female" },
              "conditions": [ { "code": "systemic-sclerosis-limited" } ],
              "labs": [ { "analyte": "egfr", "value": 20, "unit": "mL/min/{1.73_m2}" }, { "analyte": "calcium-total", "value": 9.2, "unit": "mg/dL" }, { "analyte": "phosphate", "value": 3.4, "unit": "mg/dL" } ],
              "lesions": [ { "id": "L1", "sites": ["fingers"], "morphology": ["nodule"], "chalkyDischarge": true } ] }
            """);

        var card = CardDesk.OrderCards(patient, "alendronate").Should().ContainSingle().Subject;

        card.GetProperty("indicator").GetString().Should().Be("warning");
        card.GetProperty("summary").GetString().Should().StartWith("Bisphosphonate: findings speak against it: ").And.Contain("eGFR");
    }
}
