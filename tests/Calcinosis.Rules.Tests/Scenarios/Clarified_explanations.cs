using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications about what an assessment says: missing, assumed, why, ranking, conclusion.</summary>
public sealed class Clarified_explanations
{
    [Fact]
    public void C14_a_finding_whose_answer_alone_changes_the_level_is_missing_with_both_outcomes()
    {
        var missing = Woman(50).Has("systemic sclerosis").Normal("calcium-total").Lesion("fingers", "nodule").Film("calcification").Assess().Of(Dystrophic).Missing;

        missing.Should().Contain(line => line.Finding == "lab.phosphate.high" && line.IfAbsent == Established && line.IfPresent == Possible && line.Together.Count == 0);
    }

    [Fact]
    public void C14_where_no_single_answer_raises_the_level_one_smallest_set_is_named_together()
    {
        var missing = Man(50).Has("dialysis").Phosphate(5.5m).Lesion("forearm", "nodule").Assess().Of(Metastatic).Missing.Where(line => line.Together.Count > 0).ToArray();

        missing.Should().HaveCount(3, "calcium shown, a strong disturbance and a fitting place");
        missing.Should().OnlyContain(line => line.IfPresent == Established && line.Together.Count == 2);
        missing.Select(line => line.Finding).Should().Contain("lesion.calcification-proven");
    }

    [Fact]
    public void C14_among_answers_that_do_as_much_those_come_first_that_the_work_up_tells_first()
    {
        var missing = Woman(54).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion("fingers", "nodule").Assess().Of(Dystrophic).Missing
            .Where(line => line.IfPresent == Established).Select(line => line.Finding).ToList();

        missing.IndexOf("lesion.calcification-proven").Should().BeLessThan(missing.IndexOf("histology.cyst-wall"), "a film comes before a biopsy");
        missing.IndexOf("histology.cyst-wall").Should().BeLessThan(missing.IndexOf("histology.ghost-cells"), "no test of the work-up is for ghost cells");
    }

    [Fact]
    public void C15_levels_of_other_types_that_were_taken_as_not_reached_are_assumed_by_name()
    {
        var assumed = Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion("fingers", "nodule").Film("calcification").Assess().Of(Dystrophic).Assumed;

        assumed.Select(line => line.Finding).Should().Contain(["type.calciphylaxis.probable", "type.iatrogenic.probable"]);
    }

    [Fact]
    public void C15_a_group_of_which_nothing_is_known_is_one_line_under_its_umbrella() =>
        Man(30).Lesion("scrotum", "nodule").Assess().Of(Idiopathic).Assumed.Count(line => line.Finding.StartsWith("condition.", StringComparison.Ordinal)).Should().BeLessThanOrEqualTo(3, "damage, exposures and signs are one line each");

    [Fact]
    public void C16_of_two_causes_that_each_suffice_both_are_in_why_and_one_is_decisive()
    {
        var why = Woman(50).Has("systemic sclerosis").HasAt("burn scar", "L1", SiteRelation.In).Normal("calcium-total", "phosphate").Lesion("fingers", "nodule").Film("calcification").Assess().Of(Dystrophic).Why;
        var causes = why.Where(line => line.Finding is "condition.systemic-sclerosis" or "condition.burn-scar").ToArray();

        causes.Should().HaveCount(2);
        causes.Count(line => line.Role == EvidenceRole.Decisive).Should().Be(1);
    }

    [Fact]
    public void C17_a_lesion_without_a_name_is_called_by_its_place_in_the_document() =>
        Woman(50).Lesion(new Lesion { Sites = ["fingers"] }).Lesion(new Lesion { Sites = ["toes"] }).Assess().Lesions.Select(lesion => lesion.Lesion).Should().Equal("L1", "L2");

    [Fact]
    public void C18_at_equal_level_calciphylaxis_goes_before_a_systemic_disease_of_the_same_lesion()
    {
        var assessment = Woman(50).Has("SLE", "dialysis").Lesion(LesionAt("thigh", "plaque", "retiform purpura") with { Pain = Pain.Severe }).Assess();

        assessment.ShouldGive(Dystrophic, Probable);
        assessment.ShouldLeadWith(Calciphylaxis, "uraemic.proximal", Probable);
    }

    [Fact]
    public void C18_at_equal_possible_dying_skin_in_a_host_goes_before_a_systemic_cause()
    {
        var assessment = Woman(60).Has("rheumatoid arthritis").Lesion("abdomen", "plaque", "eschar").Assess();

        assessment.ShouldGive(Dystrophic, Possible);
        assessment.ShouldLeadWith(Calciphylaxis, "unspecified.proximal", Possible);
    }

    [Fact]
    public void C18_of_two_lesions_at_equal_level_the_one_with_the_red_flag_leads()
    {
        var assessment = Woman(60).Has("systemic sclerosis", "dialysis").Lesion(LesionAt("fingers", "nodule") with { Id = "a" }).Lesion(LesionAt("thigh", "plaque", "eschar") with { Id = "b", Pain = Pain.Severe }).Assess();

        assessment.ShouldGive(Dystrophic, Probable, "a");
        assessment.Leading.Should().Be(new LeadingSuggestion(Calciphylaxis, "uraemic.proximal", Probable, "b"));
    }

    [Fact]
    public void C18_at_equal_possible_a_documented_disease_goes_before_a_value_without_a_cause()
    {
        var assessment = Woman(40).Has("SLE").Flag("calcium-total", LabInterpretation.High).Lesion("forearm", "nodule").Assess();

        assessment.ShouldGive(Metastatic, Possible);
        assessment.ShouldLeadWith(Dystrophic, "ctd.sle", Possible);
    }

    [Fact]
    public void C19_dystrophic_and_metastatic_at_probable_are_mixed()
    {
        var assessment = Woman(34).Has("systemic sclerosis", "dialysis").Phosphate(7m).Lesion(LesionAt("fingers", "nodule") with { Id = "a" }).Lesion(LesionAt("hip", "mass") with { Id = "b" }).Assess();

        assessment.Conclusion.Should().Be(Conclusion.Mixed);
        assessment.Types.Should().Equal(Dystrophic, Metastatic);
    }

    [Fact]
    public void C19_two_other_types_at_probable_are_several()
    {
        var assessment = Woman(34).Has("systemic sclerosis").Takes("warfarin", "P2Y").Lesion(LesionAt("fingers", "nodule") with { Id = "a" })
            .Lesion(LesionAt("thigh", "retiform purpura", "eschar") with { Id = "b", Pain = Pain.Severe }).Assess();

        assessment.Conclusion.Should().Be(Conclusion.Several);
        assessment.Types.Should().BeEquivalentTo([Calciphylaxis, Dystrophic]);
    }

    [Fact]
    public void C19_one_type_is_suggested_none_is_undetermined_and_bone_is_a_mimic()
    {
        var suggested = Woman(34).Has("systemic sclerosis").Lesion("fingers", "nodule").Assess();
        suggested.Conclusion.Should().Be(Conclusion.Suggested);
        suggested.Types.Should().Equal(Dystrophic);
        Woman(34).Lesion("buttock", "nodule").Assess().Conclusion.Should().Be(Conclusion.Undetermined);
        Woman(34).Lesion("buttock", "nodule").Biopsy("lamellar bone").Assess().Conclusion.Should().Be(Conclusion.Mimic);
        Woman(34).Has("SLE").Assess().Conclusion.Should().Be(Conclusion.NoLesion);
    }
}
