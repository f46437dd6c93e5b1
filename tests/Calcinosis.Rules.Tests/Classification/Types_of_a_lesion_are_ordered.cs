using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Knowledge;
using static Calcinosis.Rules.Classification.CalcinosisType;

namespace Calcinosis.Rules.Tests.Classification;

/// <summary>No points are added up: the first criterion on which two types differ decides. One test a criterion, from the strongest down.</summary>
public sealed class Types_of_a_lesion_are_ordered
{
    /// <summary>The precedence of a named idiopathic entity, as strong as a listed exposure and weaker than a local cause.</summary>
    private const string SystemicAwayFromNamedSite = "IDI-C10T";

    [Fact]
    public void Types_of_equal_grounds_stand_in_the_order_of_their_frequency()
    {
        var lesion = TheseRules.AllPossible.At(Calciphylaxis, Certainty.Possible);

        lesion.Order().Should().Equal(Dystrophic, Metastatic, Iatrogenic, Idiopathic, Calciphylaxis);
    }

    [Theory]
    [InlineData(Certainty.Probable, Certainty.Possible)]
    [InlineData(Certainty.Possible, Certainty.Unlikely)]
    [InlineData(Certainty.Established, Certainty.Probable)]
    public void A_higher_level_goes_before_every_other_ground(Certainty higher, Certainty lower)
    {
        // Tissue, local cause, proof and site all speak for the dystrophic type, which is also the most frequent.
        var lesion = new TheseRules().Meeting("DYS-180", "DYS-183", "DYS-186", TheseRules.LocalCause).At(Dystrophic, lower).At(Idiopathic, higher);

        lesion.Order()[..2].Should().Equal(Idiopathic, Dystrophic);
    }

    [Fact]
    public void Tissue_that_names_a_local_lesion_goes_before_every_precedence()
    {
        // A listed exposure at the place and in its time, proven and where it usually lies.
        var lesion = TheseRules.AllPossible.Meeting("DYS-180", "IAT-44", "IAT-40", "IAT-41").At(Dystrophic, Certainty.Probable).At(Iatrogenic, Certainty.Probable);

        lesion.Order()[..2].Should().Equal(Dystrophic, Iatrogenic);
    }

    [Fact]
    public void A_precedence_goes_before_a_documented_cause_proof_and_site()
    {
        var lesion = TheseRules.AllPossible.Meeting("MET-199", "GEN-014", "MET-021", SystemicAwayFromNamedSite);

        lesion.Order()[0].Should().Be(Idiopathic);
    }

    [Fact]
    public void A_documented_cause_goes_before_proof_and_site() =>
        TheseRules.AllPossible.Meeting("GEN-014", "MET-021", "IDI-017").Order()[0].Should().Be(Idiopathic);

    [Fact]
    public void Proof_goes_before_the_usual_site() =>
        TheseRules.AllPossible.Meeting("MET-021", "IDI-045").Order()[..2].Should().Equal(Idiopathic, Metastatic);

    [Fact]
    public void The_usual_site_goes_before_frequency() =>
        TheseRules.AllPossible.Meeting("IDI-083").Order()[0].Should().Be(Idiopathic);

    [Theory]
    [InlineData("DYS-186", Dystrophic)]
    [InlineData("DYS-207", Dystrophic)]
    [InlineData("MET-199", Metastatic)]
    [InlineData("IDI-017", Idiopathic)]
    [InlineData("DYS-183", Dystrophic)]
    [InlineData("MET-021", Metastatic)]
    [InlineData("IAT-41", Iatrogenic)]
    [InlineData("IAT-40", Iatrogenic)]
    [InlineData("IDI-045", Idiopathic)]
    [InlineData("GEN-014", Metastatic)]
    public void Each_ground_lifts_its_own_type(string rule, CalcinosisType type) =>
        TheseRules.AllPossible.Meeting(rule).Order()[0].Should().Be(type);

    [Fact]
    public void Tissue_lifts_nothing_but_the_dystrophic_type() =>
        TheseRules.AllPossible.Meeting("DYS-180", "MET-199").Order().Should().Equal(Dystrophic, Metastatic, Iatrogenic, Idiopathic, Calciphylaxis);

    [Theory]
    [InlineData(Certainty.Possible, false)]
    [InlineData(Certainty.Probable, true)]
    [InlineData(Certainty.Established, true)]
    public void Calciphylaxis_goes_before_mineral_disorder_when_it_is_probable(Certainty level, bool first)
    {
        var lesion = TheseRules.AllPossible.Meeting("MET-199").At(Calciphylaxis, level).At(Metastatic, level);

        (lesion.Order()[0] == Calciphylaxis).Should().Be(first);
    }

    [Theory]
    [InlineData("CPX-107", "CPX-110", Certainty.Possible, true)]
    [InlineData("CPX-121", "CPX-111", Certainty.Possible, true)]
    [InlineData("CPX-102", "CPX-300", Certainty.Possible, true)]
    [InlineData("CPX-108", "CPX-110", Certainty.Possible, true)]
    [InlineData("CPX-107", "CPX-110", Certainty.Unlikely, false)]
    [InlineData("CPX-107", "MET-199", Certainty.Possible, false)]
    [InlineData("MET-199", "CPX-110", Certainty.Possible, false)]
    public void Ischaemic_skin_in_a_host_goes_first_as_soon_as_calciphylaxis_is_possible(string skin, string host, Certainty level, bool first)
    {
        var lesion = TheseRules.AllPossible.Meeting(skin, host, "MET-199").At(Calciphylaxis, level);

        (lesion.Order()[0] == Calciphylaxis).Should().Be(first);
    }

    [Theory]
    [InlineData(Certainty.Possible, false, true)]
    [InlineData(Certainty.Possible, true, false)]
    [InlineData(Certainty.Probable, false, false)]
    public void A_local_cause_where_a_deposit_may_be_competes_with_it_until_it_is_probable(Certainty level, bool awayFromDeposit, bool dystrophicFirst)
    {
        // What it competes with has a precedence too, which only that of a local cause outdoes.
        var lesion = TheseRules.AllPossible.Meeting(TheseRules.LocalCause, SystemicAwayFromNamedSite).At(Dystrophic, level).At(Idiopathic, level);
        if (awayFromDeposit)
            lesion.Meeting("GEN-024");

        (lesion.Order()[0] == Dystrophic).Should().Be(dystrophicFirst);
    }

    [Theory]
    [InlineData(Certainty.Possible, false)]
    [InlineData(Certainty.Probable, true)]
    [InlineData(Certainty.Established, true)]
    public void A_probable_exposure_goes_before_the_named_entity(Certainty level, bool first)
    {
        var lesion = TheseRules.AllPossible.Meeting(SystemicAwayFromNamedSite).At(Iatrogenic, level).At(Idiopathic, level);

        (lesion.Order()[0] == Iatrogenic).Should().Be(first);
    }

    [Theory]
    [InlineData(Certainty.Possible, true, true)]
    [InlineData(Certainty.Possible, false, false)]
    [InlineData(Certainty.Unlikely, true, false)]
    public void After_a_transplantation_the_pattern_of_calciphylaxis_goes_before_the_exposure(Certainty calciphylaxis, bool transplanted, bool exposureLast)
    {
        var lesion = TheseRules.AllPossible.At(Calciphylaxis, calciphylaxis);
        if (transplanted)
            lesion.Meeting("IAT-49");

        lesion.Order().Where(type => type != Calciphylaxis).Last().Should().Be(exposureLast ? Iatrogenic : Idiopathic);
    }

    [Fact]
    public void Causes_that_have_sites_of_their_own_are_not_local_ones() =>
        TheseRules.Rules.LocalCauses.Should().HaveCount(DystrophicCauses.All.Count(cause => cause.Sites is null)).And.OnlyHaveUniqueItems();

    [Fact]
    public void Excluded_is_lower_than_every_other_level() =>
        Enum.GetValues<Certainty>().OrderBy(TypeOrder.Height).Should().Equal(
            Certainty.Excluded, Certainty.NotAssessable, Certainty.Unlikely, Certainty.Possible, Certainty.Probable, Certainty.Established);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_listed_exposure_goes_before_a_mineral_disorder_of_which_no_value_is_known(bool valueKnown, bool first)
    {
        // Documented cause, proof and site of the mineral disorder weigh less than the precedence.
        var lesion = TheseRules.AllPossible.Meeting("IAT-44", "MET-199", "GEN-014", "MET-021");
        if (valueKnown)
            lesion.Meeting("MET-010");

        (lesion.Order()[0] == Iatrogenic).Should().Be(first);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void The_picture_of_tumoral_calcinosis_goes_first_without_another_cause_of_the_minerals(bool mineralCause, bool first)
    {
        var lesion = TheseRules.AllPossible.Meeting("IDI-012", "GEN-014", "MET-021");
        if (mineralCause)
            lesion.Meeting("MET-199");

        (lesion.Order()[0] == Idiopathic).Should().Be(first);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Connective_tissue_disease_with_disturbed_minerals_is_split_by_site(bool atItsSite, bool metastaticFirst)
    {
        var lesion = TheseRules.AllPossible.Meeting("MET-022", "DYS-186", "DYS-183");
        if (atItsSite)
            lesion.Meeting("MET-020");

        (lesion.Order()[0] == Metastatic).Should().Be(metastaticFirst);
    }
}
