using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;
using static Calcinosis.Rules.Classification.Certainty;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Scenarios;

/// <summary>Clarifications about lesion groups, dates, ages, regions and looks.</summary>
public sealed class Clarified_times_and_places
{
    private static Lesion On(string id, string site, string look = "nodule") => LesionAt(site, look) with { Id = id };

    [Fact]
    public void C24_an_image_of_skin_calcium_makes_a_lesion_even_when_nobody_described_one()
    {
        Woman(50).Has("SLE").Assess().Lesions.Should().BeEmpty();
        Woman(50).Has("SLE").Film("soft tissue calcification").Assess().Lesions.Should().ContainSingle();
        Woman(50).Has("SLE", "tumoral calcinosis").Assess().Lesions.Should().ContainSingle();
    }

    [Fact]
    public void C26_an_image_that_names_no_lesion_shows_calcium_for_all_of_them() =>
        Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(On("L1", "fingers")).Lesion(On("L2", "toes")).Film("soft-tissue-calcification").Assess()
            .Lesions.Should().HaveCount(2).And.OnlyContain(lesion => lesion.Suggestions.Single(suggestion => suggestion.Type == Dystrophic).Certainty == Established);

    [Fact]
    public void C26_an_image_that_names_a_lesion_shows_calcium_for_that_one_only()
    {
        var one = Woman(50).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(On("L1", "fingers")).Lesion(On("L2", "toes")).FilmOf("L1", "soft-tissue-calcification").Assess();

        one.ShouldGive(Dystrophic, Established, "L1");
        one.ShouldGive(Dystrophic, Probable, "L2");
    }

    [Fact]
    public void C26_a_laboratory_value_counts_for_every_lesion() =>
        Man(50).Has("dialysis").Phosphate(8.2m).Lesion(On("L1", "shoulder", "mass")).Lesion(On("L2", "hip", "mass")).Film("soft-tissue-calcification").Assess()
            .Lesions.Should().HaveCount(2).And.OnlyContain(lesion => lesion.Suggestions.Single(suggestion => suggestion.Type == Metastatic).Certainty >= Probable);

    [Fact]
    public void C26_a_biopsy_that_names_no_lesion_gives_none_of_several_its_local_cause()
    {
        PatientStory Two() => Woman(50).Lesion(On("L1", "cheek")).Lesion(On("L2", "thigh"));

        var shared = Two().Biopsy("ghost cells").Assess();
        shared.ShouldGive(Dystrophic, NotAssessable, "L1");
        shared.Notes.Should().Contain(note => note.Code == "biopsy-without-lesion");
        Two().Biopsy(new HistologyReport { Lesion = "L1", Findings = [new ReportFinding { Text = "ghost cells" }] }).Assess().ShouldGive(Dystrophic, Established, "L1");
    }

    [Theory]
    [InlineData("2026-10-12", Probable)]
    [InlineData("2026", Possible)]
    public void C27_a_partial_date_decides_nothing_that_it_does_not_say(string endedOn, object certainty) =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist", EndedOn = Day(endedOn) })
            .Lesion(LesionAt("left wrist", "plaque") with { OnsetOn = Day("2026-10-20") }).Assess().ShouldGive(Iatrogenic, (Certainty)certainty);

    [Fact]
    public void C27_where_date_and_duration_of_onset_do_not_meet_the_date_wins_and_the_reader_is_told()
    {
        var assessment = Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = "left wrist", StartedOn = Day("2026-10-10"), EndedOn = Day("2026-10-12") })
            .Lesion(LesionAt("left wrist", "plaque") with { OnsetOn = Day("2026-10-20"), Duration = Duration("P2Y") }).Assess();

        assessment.ShouldGive(Iatrogenic, Probable);
        assessment.Issues.Should().Contain(issue => issue.Code == "onsets-disagree" && issue.Severity == IssueSeverity.Warning);
    }

    [Fact]
    public void C27_a_range_is_chosen_by_the_age_when_the_sample_was_taken()
    {
        // 5.5 mg/dL: within the limit of 5.6 at eleven years, above that of 4.5 (and of 5.0 elsewhere) at nineteen.
        PatientStory Story(string takenOn) => Born("2007-05-01").Has("dialysis").Lab("albumin", 4.0m, "g/dL").Lab("phosphate", 5.5m, "mg/dL", takenOn).Calcium(9.4m).Lesion(On("L1", "shoulder", "mass"));

        Story("2018-10-01").Assess().ShouldGive(Metastatic, Unlikely);
        Story("2026-10-01").Assess().ShouldGive(Metastatic, Probable);
    }

    [Fact]
    public void C28_without_a_day_the_latest_date_is_taken_and_said()
    {
        var document = Woman(50).Lab("phosphate", 7.9m, "mg/dL", "2026-05-01").Lesion(On("L1", "shoulder", "mass")).Document() with { AsOf = null };

        new CalcinosisClassifier().Classify(document).Notes.Should().Contain(note => note.Code == "as-of-assumed");
    }

    [Fact]
    public void C28_what_is_dated_after_the_day_of_the_question_takes_no_part_and_is_warned_of()
    {
        var assessment = Man(50).Has("dialysis").Lab("phosphate", 8.2m, "mg/dL", "2026-11-05").Lesion(On("L1", "shoulder", "mass")).Assess();

        assessment.ShouldGive(Metastatic, Possible);
        assessment.Issues.Should().Contain(issue => issue.Code == "after-as-of");
    }

    [Theory]
    [InlineData("lower leg", Established)]
    [InlineData("ankle", Established)]
    [InlineData("leg", Possible)]
    public void C29_a_word_for_a_whole_limb_fits_only_when_all_its_regions_do(string site, object certainty) =>
        Woman(70).Add(new Condition { Text = "chronic venous insufficiency", Stage = "C6" }).Normal("calcium-total", "phosphate").Film("calcification").Lesion(site, "plaque").Assess().ShouldGive(Dystrophic, (Certainty)certainty);

    [Theory]
    [InlineData("elbow", null, Probable)]
    [InlineData("hip", null, Probable)]
    [InlineData("wrist", null, Possible)]
    [InlineData("wrist", LesionDepth.Periarticular, Probable)]
    [InlineData("thigh", null, Possible)]
    public void C29_large_joints_are_shoulder_elbow_hip_and_knee_and_others_when_the_deposit_is_around_the_joint(string site, LesionDepth? depth, object certainty) =>
        Man(50).Flag("phosphate", LabInterpretation.High).Lesion(LesionAt(site, "mass") with { Depth = depth }).Assess().ShouldGive(Metastatic, (Certainty)certainty);

    [Fact]
    public void C29_infusion_site_is_a_relation_and_no_region() =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", BeforeLesion = Duration("P10D") }).Lesion("infusion site", "plaque").Assess().ShouldGive(Iatrogenic, Probable);

    [Theory]
    [InlineData("left forearm", "right forearm", Unlikely)]
    [InlineData("left wrist", "left forearm", Probable)]
    [InlineData("left hand", "left fingers", Probable)]
    [InlineData("left upper arm", "left elbow", Probable)]
    [InlineData("left wrist", "wrist", Probable)]
    [InlineData("left wrist", "left shoulder", Unlikely)]
    [InlineData("left wrist", "left ankle", Unlikely)]
    public void C30_the_same_or_the_next_region_of_the_same_limb_fits(string exposure, string lesion, object certainty) =>
        Woman(60).Exposed(new Exposure { Text = "calcium gluconate infusion", Site = exposure, BeforeLesion = Duration("P10D") }).Lesion(lesion, "plaque").Assess().ShouldGive(Iatrogenic, (Certainty)certainty);

    [Theory]
    [InlineData("EEG", "scalp", Probable)]
    [InlineData("ECG monitoring with electrode paste", "chest", Probable)]
    [InlineData("EEG", "thigh", Unlikely)]
    public void C30_an_electrode_has_its_place_by_its_kind(string exposure, string lesion, object certainty) =>
        Man(10).Exposed(new Exposure { Text = exposure, BeforeLesion = Duration("P7D") }).Lesion(lesion, "papule").Assess().ShouldGive(Iatrogenic, (Certainty)certainty);

    [Fact]
    public void C31_a_look_that_is_not_listed_is_unknown_until_it_is_denied()
    {
        var quiet = LesionAt("thigh", "nodule") with { Pain = Pain.None, Ulcerated = false, IschaemicPattern = false };

        Man(60).Has("dialysis").Lesion(quiet).Assess().ShouldGive(Calciphylaxis, Unlikely);
        Man(60).Has("dialysis").Lesion(quiet with { MorphologyAbsent = ["necrosis"] }).Assess().ShouldGive(Calciphylaxis, Excluded);
    }
}
