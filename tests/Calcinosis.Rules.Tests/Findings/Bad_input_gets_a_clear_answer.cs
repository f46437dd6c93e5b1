using System.Globalization;
using System.Text;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Findings.Json;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Findings;

public sealed class Bad_input_gets_a_clear_answer
{
    private static readonly CalcinosisClassifier Classifier = new();

    [Theory]
    [InlineData("", "malformed-json", "")]
    [InlineData("{", "malformed-json", "")]
    [InlineData("{\"labs\": [}", "malformed-json", "/labs")]
    [InlineData("[]", "wrong-type", "")]
    [InlineData("\"text\"", "wrong-type", "")]
    [InlineData("{} {}", "malformed-json", "")]
    [InlineData("{\"a\": 1, // note\n}", "malformed-json", "")]
    [InlineData("{\"schema\": \"calcinosis-findings/9\"}", "unknown-schema", "/schema")]
    [InlineData("{\"labs\": {}}", "wrong-type", "/labs")]
    [InlineData("{\"labs\": [3]}", "wrong-type", "/labs/0")]
    [InlineData("{\"conditions\": [\"SLE\"]}", "wrong-type", "/conditions/0")]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\", \"value\": \"5\", \"unit\": \"mg/dL\"}]}", "wrong-type", "/labs/0/value")]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\", \"value\": 1e99, \"unit\": \"mg/dL\"}]}", "number-out-of-range", "/labs/0/value")]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\", \"value\": -5, \"unit\": \"mg/dL\"}]}", "value-negative", "/labs/0/value")]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\", \"value\": 99, \"unit\": \"mg/dL\"}]}", "value-impossible", "/labs/0/value")]
    [InlineData("{\"labs\": [{\"analyte\": \"albumin\", \"value\": 0, \"unit\": \"g/dL\"}]}", "value-impossible", "/labs/0/value")]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\"}]}", "no-value-or-interpretation", "/labs/0")]
    [InlineData("{\"conditions\": [{\"status\": \"present\"}]}", "nameless-entry", "/conditions/0")]
    [InlineData("{\"asOf\": \"31.10.2026\"}", "bad-date", "/asOf")]
    [InlineData("{\"asOf\": \"2026-02-30\"}", "bad-date", "/asOf")]
    [InlineData("{\"patient\": {\"age\": \"17 days\"}}", "bad-duration", "/patient/age")]
    [InlineData("{\"patient\": {\"ageYears\": 131}}", "value-impossible", "/patient/ageYears")]
    [InlineData("{\"asOf\": \"2026-01-01\", \"patient\": {\"birthDate\": \"2027\"}}", "birth-after-as-of", "/patient/birthDate")]
    [InlineData("{\"exposures\": [{\"text\": \"warfarin\", \"startedOn\": \"2026-05\", \"endedOn\": \"2026-04\"}]}", "end-before-start", "/exposures/0/endedOn")]
    [InlineData("{\"imaging\": [{\"lesion\": \"L9\", \"findings\": []}]}", "unknown-lesion", "/imaging/0/lesion")]
    [InlineData("{\"lesions\": [{\"id\": \"L1\", \"painScore\": 11}]}", "value-impossible", "/lesions/0/painScore")]
    [InlineData("{\"lesions\": [{\"id\": \"L1\", \"sizeMm\": {\"min\": 9, \"max\": 2}}]}", "range-reversed", "/lesions/0/sizeMm")]
    public void An_error_names_code_and_place_and_there_is_no_assessment(string json, string code, string path)
    {
        var assessment = Classifier.ClassifyJson(Encoding.UTF8.GetBytes(json));
        assessment.Conclusion.Should().Be(Conclusion.NotAssessed);
        assessment.Lesions.Should().BeEmpty();
        var issue = assessment.Issues.Should().Contain(issue => issue.Code == code && issue.Path == path, string.Join("; ", assessment.Issues.Select(issue => issue.Code + " " + issue.Path))).Subject;
        issue.Severity.Should().Be(IssueSeverity.Error);
        issue.Message.Should().NotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\", \"value\": 5}]}", "unit-missing", "/labs/0/unit")]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\", \"value\": 5, \"unit\": \"furlong\"}]}", "unit-unknown", "/labs/0/unit")]
    [InlineData("{\"labs\": [{\"analyte\": \"calcium-total\", \"value\": 2.4, \"unit\": \"mg/dL\"}]}", "unit-suspected", "/labs/0/unit")]
    [InlineData("{\"labs\": [{\"analyte\": \"calcium-total\", \"value\": 17, \"unit\": \"mg/dL\"}]}", "value-extreme", "/labs/0/value")]
    [InlineData("{\"id\": \"a\", \"id\": \"b\"}", "duplicate-property", "/id")]
    [InlineData("{}", "empty-document", "")]
    [InlineData("{\"asOf\": \"2026-01-01\", \"labs\": [{\"analyte\": \"phosphate\", \"value\": 5, \"unit\": \"mg/dL\", \"takenOn\": \"2026-03-01\"}]}", "after-as-of", "/labs/0/takenOn")]
    [InlineData("{\"conditions\": [{\"code\": \"raynaud\"}, {\"code\": \"raynaud\", \"status\": \"absent\"}]}", "contradiction", "/conditions/1")]
    [InlineData("{\"lesions\": [{\"id\": \"L1\"}, {\"id\": \"L1\"}]}", "lesion-repeated", "/lesions")]
    [InlineData("{\"lesions\": [{\"number\": 7, \"count\": \"single\"}]}", "counts-disagree", "/lesions/0/number")]
    [InlineData("{\"labs\": [{\"analyte\": \"phosphate\", \"value\": 5, \"unit\": \"mg/dL\", \"referenceRange\": {\"low\": 9, \"high\": 1}}]}", "range-reversed", "/labs/0/referenceRange")]
    public void A_warning_is_listed_and_the_assessment_goes_on(string json, string code, string path)
    {
        var assessment = Classifier.ClassifyJson(Encoding.UTF8.GetBytes(json));
        assessment.Conclusion.Should().NotBe(Conclusion.NotAssessed);
        assessment.Issues.Should().Contain(issue => issue.Code == code && issue.Path == path && issue.Severity == IssueSeverity.Warning, string.Join("; ", assessment.Issues.Select(issue => issue.Code + " " + issue.Path)));
    }

    [Theory]
    [InlineData("{\"colour\": 1}", "/colour", "property")]
    [InlineData("{\"lesions\": [{\"pain\": \"awful\"}]}", "/lesions/0/pain", "pain")]
    [InlineData("{\"conditions\": [{\"text\": \"wibble wobble\"}]}", "/conditions/0", "condition")]
    [InlineData("{\"lesions\": [{\"sites\": [\"tail\"]}]}", "/lesions/0/sites/0", "site")]
    [InlineData("{\"lesions\": [{\"morphology\": [\"squiggle\"]}]}", "/lesions/0/morphology", "morphology")]
    public void What_is_not_understood_is_listed_with_its_place(string json, string path, string kind) =>
        Classifier.ClassifyJson(Encoding.UTF8.GetBytes(json)).NotUnderstood.Should().Contain(line => line.Path == path && line.Kind == kind);

    [Fact]
    public void Extensions_are_passed_over_in_silence() =>
        FindingsJson.Read("{\"x-site\": {\"a\": [1, 2]}, \"_note\": \"hello\"}").NotUnderstood.Should().BeEmpty();

    [Fact]
    public void All_problems_of_a_document_come_in_one_pass()
    {
        var assessment = Classifier.ClassifyJson("{\"asOf\": \"x\", \"patient\": {\"ageYears\": \"old\"}, \"labs\": [{\"analyte\": \"phosphate\", \"value\": -1, \"unit\": \"mg/dL\"}], \"imaging\": [{\"lesion\": \"no\"}]}"u8);
        assessment.Issues.Select(issue => issue.Code).Should().Contain(["bad-date", "wrong-type", "value-negative", "unknown-lesion"]);
    }

    [Fact]
    public void Nesting_of_ten_megabytes_is_refused_at_once() =>
        Classifier.ClassifyJson(Encoding.UTF8.GetBytes(new string('[', 10_000_000))).Issues.Select(issue => issue.Code).Should().BeSubsetOf(["too-deep", "malformed-json", "wrong-type"]).And.NotBeEmpty();

    [Fact]
    public void Deep_objects_are_refused_with_their_depth() =>
        FindingsJson.Read("{\"x-deep\":" + string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 101)).Issues.Should().ContainSingle().Which.Code.Should().Be("too-deep");

    [Fact]
    public void A_hundred_thousand_laboratory_results_are_read()
    {
        var json = new StringBuilder("{\"labs\": [");
        for (var i = 0; i < 100_000; i++)
            json.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"analyte\":\"phosphate\",\"value\":{3 + (i % 2)},\"unit\":\"mg/dL\",\"takenOn\":\"2020-01-01\"}}");
        json.Append("], \"lesions\": [{\"id\": \"L1\", \"sites\": [\"fingers\"]}]}");
        Classifier.ClassifyJson(Encoding.UTF8.GetBytes(json.ToString())).Lesions.Should().ContainSingle();
    }

    [Fact]
    public void A_document_cut_off_at_any_byte_gives_an_issue_and_never_an_exception()
    {
        var whole = Repository.ReadBytes("samples/patients/systemic-sclerosis-fingers.json");
        var text = Encoding.UTF8.GetString(whole).TrimEnd();
        for (var length = 0; length < Encoding.UTF8.GetByteCount(text) - 1; length++)
            FindingsJson.Read(whole.AsSpan(0, length)).Issues.Should().NotBeEmpty($"{length} bytes");
    }

    [Fact]
    public void Random_bytes_in_a_document_never_make_it_throw()
    {
        var whole = Repository.ReadBytes("samples/patients/systemic-sclerosis-fingers.json");
        var random = new Random(7);
        for (var i = 0; i < 3_000; i++)
        {
            var copy = whole.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
                copy[random.Next(copy.Length)] = (byte)random.Next(256);
            var assessment = Classifier.ClassifyJson(copy);
            assessment.Should().NotBeNull();
        }
    }

    [Fact]
    public void A_byte_order_mark_is_accepted() => FindingsJson.Read([0xEF, 0xBB, 0xBF, .. "{\"id\": \"a\"}"u8]).Document!.Id.Should().Be("a");

    [Fact]
    public void Messages_never_repeat_the_id_of_the_patient()
    {
        var assessment = Classifier.ClassifyJson("{\"id\": \"Jane Doe\", \"labs\": [{\"analyte\": \"phosphate\", \"value\": -1, \"unit\": \"mg/dL\"}]}"u8);
        assessment.Issues.Should().OnlyContain(issue => !(issue.Message + issue.Found + issue.Expected).Contains("Jane", StringComparison.Ordinal));
    }
}
