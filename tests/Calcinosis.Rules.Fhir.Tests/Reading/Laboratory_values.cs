using Calcinosis.Rules.Findings;
using static Calcinosis.Rules.Fhir.Tests.Support.Fhir;

namespace Calcinosis.Rules.Fhir.Tests.Reading;

/// <summary>Laboratory values in the forms in which records really hold them.</summary>
public sealed class Laboratory_values
{
    [Theory]
    [InlineData("17861-6", "9.4", "mg/dL", "calcium-total")]
    [InlineData("2000-8", "2.35", "mmol/L", "calcium-total")]
    [InlineData("49765-1", "9.4", "mg/dL", "calcium-total")]
    [InlineData("2160-0", "0.9", "mg/dL", "creatinine")]
    [InlineData("14682-9", "80", "umol/L", "creatinine")]
    [InlineData("38483-4", "0.9", "mg/dL", "creatinine")]
    [InlineData("2777-1", "3.4", "mg/dL", "phosphate")]
    [InlineData("14879-1", "1.1", "mmol/L", "phosphate")]
    public void Mass_molar_and_whole_blood_codes_mean_the_same_analyte(string loinc, string value, string unit, string analyte)
    {
        var lab = OneLab(Coded(Loinc, loinc), Quantity(value, unit));

        (lab.Analyte, lab.Unit).Should().Be((analyte, unit));
        lab.TakenOn.ToString().Should().Be("2026-10-20");
        lab.TakenAt.Should().Be(new TimeOnly(7, 30));
    }

    [Theory]
    [InlineData("2000-8", "9.4", "mg/dL")]
    [InlineData("17861-6", "2.35", "mmol/L")]
    [InlineData("2731-8", "6.1", "pmol/L")]
    public void The_unit_wins_over_the_property_of_the_code_and_the_disagreement_is_told(string loinc, string value, string unit)
    {
        var patient = Patient(Lab(Coded(Loinc, loinc), Quantity(value, unit)));

        patient.Document.Labs.Should().ContainSingle().Which.Unit.Should().Be(unit);
        patient.Issues.Should().ContainSingle(issue => issue.Code == "unit-against-code");
    }

    [Theory]
    [InlineData("http://loinc.org")]
    [InlineData("http://loinc.org/")]
    [InlineData("HTTP://LOINC.ORG")]
    [InlineData("urn:oid:2.16.840.1.113883.6.1")]
    [InlineData("LN")]
    public void The_system_of_a_code_may_be_spelt_in_several_ways(string system) =>
        OneLab(Coded(system, "17861-6"), Quantity("9.4", "mg/dL")).Analyte.Should().Be("calcium-total");

    [Fact]
    public void A_LOINC_code_without_a_system_is_known_by_its_check_digit()
    {
        OneLab("""{"coding":[{"code":"17861-6"}]}""", Quantity("9.4", "mg/dL")).Analyte.Should().Be("calcium-total");
        Patient(Lab("""{"coding":[{"code":"17861-5"}]}""", Quantity("9.4", "mg/dL"))).LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.UnknownCode);
    }

    [Fact]
    public void A_local_code_is_read_by_its_words() =>
        OneLab("""{"coding":[{"system":"urn:hospital","code":"CA","display":"Serum calcium"}]}""", Quantity("9.4", "mg/dL")).Text.Should().Be("Serum calcium");

    [Theory]
    [InlineData("\"9.4\"", 9.4)]
    [InlineData("\"9,4\"", 9.4)]
    [InlineData("9.40", 9.4)]
    public void A_number_may_be_written_as_a_string_or_with_a_decimal_comma(string written, double value) =>
        OneLab(Coded(Loinc, "17861-6"), Quantity(written, "mg/dL")).Value.Should().Be((decimal)value);

    [Fact]
    public void A_comma_that_may_mean_thousands_is_not_read()
    {
        var patient = Patient(Lab(Coded(Loinc, "2731-8"), Quantity("\"1,234\"", "pg/mL")));

        patient.Document.Labs.Should().BeEmpty();
        patient.LeftOut.Should().Contain(line => line.Reason == LeftOutReason.BadValue && line.What == "1,234");
        patient.Issues.Should().Contain(issue => issue.Code == "bad-number");
    }

    [Theory]
    [InlineData(">60", Comparator.MoreThan, 60)]
    [InlineData("< 5.0", Comparator.LessThan, 5.0)]
    [InlineData("≥ 60", Comparator.AtLeast, 60)]
    public void A_bound_in_a_text_stays_a_bound(string text, Comparator comparator, double value)
    {
        var lab = OneLab(Coded(Loinc, "33914-3"), $"\"valueString\":\"{text} mL/min/1.73m2\"");

        (lab.Comparator, lab.Value, lab.Unit).Should().Be((comparator, (decimal)value, "mL/min/1.73m2"));
    }

    [Theory]
    [InlineData("\"valueString\":\"1:640\"")]
    [InlineData("\"valueRatio\":{\"numerator\":{\"value\":1},\"denominator\":{\"value\":640}}")]
    public void A_titre_is_its_denominator(string value)
    {
        var lab = OneLab(Coded(Loinc, "5048-4"), value);

        (lab.Value, lab.Unit).Should().Be((640m, "{titer}"));
    }

    [Theory]
    [InlineData("\"valueString\":\"NEG\"", LabInterpretation.Negative)]
    [InlineData("\"valueCodeableConcept\":{\"text\":\"Positive\"}", LabInterpretation.Positive)]
    [InlineData("\"valueBoolean\":true", LabInterpretation.Positive)]
    public void A_qualitative_result_comes_in_words_or_as_yes_and_no(string value, LabInterpretation result) =>
        OneLab(Coded(Loinc, "8061-4"), value).Interpretation.Should().Be(result);

    [Theory]
    [InlineData("HEMOLYZED")]
    [InlineData("see note")]
    [InlineData("Pending")]
    public void Words_that_are_no_result_are_listed(string text)
    {
        var patient = Patient(Lab(Coded(Loinc, "2777-1"), $"\"valueString\":\"{text}\""));

        patient.Document.Labs.Should().BeEmpty();
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.BadValue && line.What == text);
    }

    [Theory]
    [InlineData("H", LabInterpretation.High)]
    [InlineData("HH", LabInterpretation.CriticalHigh)]
    [InlineData("L", LabInterpretation.Low)]
    [InlineData("N", LabInterpretation.Normal)]
    [InlineData("+", LabInterpretation.High)]
    [InlineData("-", LabInterpretation.Low)]
    public void A_flag_is_read_whatever_its_system(string code, LabInterpretation flag) =>
        OneLab(Coded(Loinc, "2777-1"), Quantity("5.4", "mg/dL"), $$""","interpretation":[{"coding":[{"code":"{{code}}"}]}]""").Interpretation.Should().Be(flag);

    [Fact]
    public void The_reference_range_of_this_patients_age_and_sex_is_taken()
    {
        const string ranges = ""","referenceRange":[{"low":{"value":1},"high":{"value":2},"appliesTo":[{"text":"male"}]},{"low":{"value":4.5},"high":{"value":6.5},"age":{"high":{"value":12,"unit":"a"}}},{"low":{"value":2.5},"high":{"value":4.5},"age":{"low":{"value":18,"unit":"a"}}},{"type":{"coding":[{"code":"treatment"}]},"high":{"value":99}}]""";

        OneLab(Coded(Loinc, "2777-1"), Quantity("5.4", "mg/dL"), ranges).ReferenceRange.Should().Be(new ReferenceRange(2.5m, 4.5m));
    }

    [Theory]
    [InlineData("8.5 - 10.5 mg/dL", 8.5, 10.5)]
    [InlineData("<30", null, 30.0)]
    [InlineData("> 60", 60.0, null)]
    public void A_reference_range_in_words_is_read(string text, double? low, double? high) =>
        OneLab(Coded(Loinc, "17861-6"), Quantity("9.4", "mg/dL"), $$""","referenceRange":[{"text":"{{text}}"}]""").ReferenceRange.Should().Be(new ReferenceRange((decimal?)low, (decimal?)high));

    [Fact]
    public void A_missing_unit_is_taken_from_the_range_and_told()
    {
        var patient = Patient(Lab(Coded(Loinc, "2777-1"), Quantity("5.4", null), ""","referenceRange":[{"high":{"value":1.5,"unit":"mmol/L"}}]"""));

        patient.Document.Labs[0].Unit.Should().Be("mmol/L");
        patient.Issues.Should().ContainSingle(issue => issue.Code == "unit-assumed");
    }

    [Theory]
    [InlineData("mg/dL", "LOCAL", "mg/dL")]
    [InlineData("local", "mg/dL", "mg/dL")]
    public void The_unit_that_is_known_counts_be_it_shown_or_coded(string shown, string coded, string unit) =>
        OneLab(Coded(Loinc, "17861-6"), Quantity("9.4", shown, coded)).Unit.Should().Be(unit);

    [Fact]
    public void Two_known_units_that_disagree_make_the_value_unusable()
    {
        var patient = Patient(Lab(Coded(Loinc, "17861-6"), Quantity("9.4", "mmol/L", "mg/dL")));

        patient.Document.Labs.Should().BeEmpty();
        patient.LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.UnknownUnit);
    }

    [Theory]
    [InlineData("-9.4")]
    [InlineData("940")]
    public void An_impossible_value_is_a_warning_and_never_loses_the_patient(string value)
    {
        var patient = Patient(Lab(Coded(Loinc, "17861-6"), Quantity(value, "mg/dL")));

        patient.Document.Labs.Should().BeEmpty();
        patient.Issues.Should().OnlyContain(issue => issue.Severity == IssueSeverity.Warning).And.NotBeEmpty();
        new CalcinosisClassifier().Classify(patient).Conclusion.Should().NotBe(Explanation.Conclusion.NotAssessed);
    }

    [Fact]
    public void What_is_missing_with_a_reason_is_listed_with_the_reason() =>
        Patient(Lab(Coded(Loinc, "2777-1"), """ "dataAbsentReason":{"coding":[{"code":"not-performed"}]} """)).LeftOut.Should().ContainSingle(line => line.Reason == LeftOutReason.NoValue);

    [Theory]
    [InlineData("entered-in-error", LeftOutReason.EnteredInError)]
    [InlineData("cancelled", LeftOutReason.NotDone)]
    [InlineData("registered", LeftOutReason.NotDone)]
    public void A_result_that_is_no_result_takes_no_part(string status, LeftOutReason reason)
    {
        var patient = Patient(Lab(Coded(Loinc, "2777-1"), Quantity("5.4", "mg/dL")).Replace("final", status, StringComparison.Ordinal));

        patient.Document.Labs.Should().BeEmpty();
        patient.LeftOut.Should().ContainSingle(line => line.Reason == reason);
    }

    [Fact]
    public void Draw_material_and_haemolysis_come_from_the_specimen()
    {
        var patient = Patient(
            """{"resourceType":"Specimen","id":"s","subject":{"reference":"Patient/p"},"type":{"text":"Capillary blood"},"condition":[{"coding":[{"code":"HEM"}]}]}""",
            Lab(Coded(Loinc, "2777-1"), Quantity("7.4", "mg/dL"), ""","specimen":{"reference":"Specimen/s"}"""));

        var lab = patient.Document.Labs[0];
        (lab.Specimen, lab.SpecimenType).Should().Be(("Specimen/s", SpecimenType.Capillary));
        lab.Quality.Should().Equal(SampleQuality.Haemolysed);
    }

    [Fact]
    public void Components_of_a_panel_are_results_of_their_own()
    {
        var patient = Patient($$"""{"resourceType":"Observation","id":"bmp","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"Basic metabolic panel"},"subject":{"reference":"Patient/p"},"component":[{"code":{{Coded(Loinc, "17861-6")}},{{Quantity("9.4", "mg/dL")}} },{"code":{{Coded(Loinc, "2777-1")}},{{Quantity("3.4", "mg/dL")}} }]}""");

        patient.Document.Labs.Select(lab => lab.Analyte).Should().Equal("calcium-total", "phosphate");
        patient.Provenance["/labs/1"].Should().Be(new FhirSource("Observation/bmp", "Observation.component[1]"));
        patient.LeftOut.Should().BeEmpty();
    }
}
