using System.Text;
using System.Text.Json;
using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Interpretation;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Explanation;

public sealed class Assessment_json_keeps_its_promise
{
    private static readonly string[] RootMembers =
    [
        "schema", "id", "knowledge", "policy", "conclusion", "types", "leading", "recordSays", "lesions", "redFlags", "cautions", "workup", "treatments",
        "medications", "risks", "derived", "notes", "notUnderstood", "issues", "notice",
    ];

    [Theory]
    [MemberData(nameof(Text_reports_read_well.Kinds), MemberType = typeof(Text_reports_read_well))]
    public void The_document_is_as_approved(string kind) =>
        Approved.Verify(Text_reports_read_well.Of(kind).ToJson(indented: true) + "\n", $"Json.{kind}", "json");

    [Fact]
    public void The_root_has_the_published_members_in_the_published_order() =>
        Root(SampleAssessments.Confident).EnumerateObject().Select(member => member.Name).Should().Equal(RootMembers);

    [Fact]
    public void Null_is_written_where_null_is_an_answer_and_left_out_elsewhere()
    {
        var root = Root(SampleAssessments.ErrorsOnly);

        root.GetProperty("leading").ValueKind.Should().Be(JsonValueKind.Null);
        root.TryGetProperty("id", out _).Should().BeFalse();
        var suggestion = Root(SampleAssessments.Undetermined).GetProperty("lesions")[0].GetProperty("suggestions")[0];
        suggestion.GetProperty("subtype").ValueKind.Should().Be(JsonValueKind.Null);
        suggestion.GetProperty("alternativeLabel").ValueKind.Should().Be(JsonValueKind.Null);
        suggestion.GetProperty("missing")[0].TryGetProperty("ifPresent", out _).Should().BeFalse();
    }

    [Fact]
    public void Lists_are_written_even_when_empty()
    {
        var root = Root(SampleAssessments.NoLesion);

        foreach (var list in new[] { "types", "lesions", "redFlags", "cautions", "workup", "treatments", "medications", "risks", "derived", "notUnderstood", "issues" })
            root.GetProperty(list).GetArrayLength().Should().Be(0, list);
    }

    [Theory]
    [InlineData("31.20", "31.2")]
    [InlineData("0.00", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("100", "100")]
    [InlineData("0.0000000000000000000000000010", "0.000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("1234.5678900", "1234.56789")]
    public void Decimals_have_no_trailing_zeros_and_no_exponent(string value, string written)
    {
        var derived = new DerivedValue("x", decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), "1", null, [], "f");

        (SampleAssessments.NoLesion with { Derived = [derived] }).ToJson().Should().Contain($"\"value\":{written},");
    }

    [Fact]
    public void One_line_means_one_line_whatever_the_texts_hold()
    {
        var assessment = SampleAssessments.NoLesion with { Id = "a\r\nb\u2028c\uD83D", RecordSays = ["\u001B[0m"] };

        var json = assessment.ToJson();

        json.Should().NotContainAny("\n", "\r", "\u001B", "\u2028");
        using var parsed = JsonDocument.Parse(json);
        parsed.RootElement.GetProperty("id").GetString().Should().StartWith("a\r\nb\u2028c");
    }

    [Fact]
    public void Indented_text_has_the_same_line_ends_on_every_system() =>
        SampleAssessments.Confident.ToJson(indented: true).Should().NotContain("\r").And.Contain("\n  \"id\"");

    [Fact]
    public void The_writer_of_the_caller_is_used_and_left_open()
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartArray();
        AssessmentJson.Write(SampleAssessments.NoLesion, writer);
        AssessmentJson.Write(SampleAssessments.Mimic, writer);
        writer.WriteEndArray();
        writer.Flush();

        using var parsed = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        parsed.RootElement.GetArrayLength().Should().Be(2);
    }

    [Fact]
    public void Every_value_of_every_enumeration_has_a_name_in_kebab_case()
    {
        AllNames<CalcinosisType>(EnumNames.NameOf);
        AllNames<Certainty>(EnumNames.NameOf);
        AllNames<Conclusion>(EnumNames.NameOf);
        AllNames<FindingState>(EnumNames.NameOf);
        AllNames<EvidenceWeight>(EnumNames.NameOf);
        AllNames<EvidenceRole>(EnumNames.NameOf);
        AllNames<RuleStatus>(EnumNames.NameOf);
        AllNames<Urgency>(EnumNames.NameOf);
        AllNames<CautionAction>(EnumNames.NameOf);
        AllNames<IssueSeverity>(EnumNames.NameOf);
    }

    private static void AllNames<T>(Func<T, string> nameOf)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            nameOf(value).Should().Be(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }

    private static JsonElement Root(Assessment assessment)
    {
        using var document = JsonDocument.Parse(assessment.ToJson());
        return document.RootElement.Clone();
    }
}
