using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Rendering;
using Calcinosis.Rules.Tests.Support;

namespace Calcinosis.Rules.Tests.Explanation;

/// <summary>Approved texts: read the files beside this one as prose.</summary>
public sealed class Text_reports_read_well
{
    public static TheoryData<string> Kinds => ["Confident", "Urgent", "Undetermined", "Mimic", "NoLesion", "ErrorsOnly"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Plain_text_is_as_approved(string kind) =>
        Approved.Verify(Of(kind).ToText(), $"Text.{kind}");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Markdown_is_as_approved(string kind) =>
        Approved.Verify(Of(kind).ToMarkdown(), $"Markdown.{kind}", "md");

    [Theory]
    [InlineData("Confident", CalcinosisType.Dystrophic)]
    [InlineData("Urgent", CalcinosisType.Calciphylaxis)]
    [InlineData("Undetermined", CalcinosisType.Idiopathic)]
    public void An_explanation_of_one_type_is_as_approved(string kind, CalcinosisType type) =>
        Approved.Verify(TextReport.Render(AssessmentReport.Explain(Of(kind), type)), $"Explain.{kind}");

    internal static Assessment Of(string kind) => kind switch
    {
        "Confident" => SampleAssessments.Confident,
        "Urgent" => SampleAssessments.Urgent,
        "Undetermined" => SampleAssessments.Undetermined,
        "Mimic" => SampleAssessments.Mimic,
        "NoLesion" => SampleAssessments.NoLesion,
        "ErrorsOnly" => SampleAssessments.ErrorsOnly,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
