using Calcinosis.Rules.Classification;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Classification.CalcinosisType;

namespace Calcinosis.Rules.Tests.Classification;

/// <summary>From the lesions to the patient: which one leads, what is concluded, what is most urgent.</summary>
public sealed class The_lesion_that_leads
{
    private static readonly string[] RedFlags = [.. TheseRules.Rules.RedFlags.Select(flag => ClassifierUnderTest.Knowledge.Rules[flag.Rule].Id)];

    [Fact]
    public void Nothing_leads_where_no_type_is_possible() =>
        Leading(new TheseRules().At(Dystrophic, Certainty.Unlikely).Named("L1")).Should().BeNull();

    [Fact]
    public void Possible_is_enough_to_lead() =>
        Leading(new TheseRules().At(Metastatic, Certainty.Possible).Named("L1"))!.Certainty.Should().Be(Certainty.Possible);

    [Fact]
    public void The_surer_lesion_leads_even_without_a_red_flag()
    {
        var alarming = new TheseRules().At(Metastatic, Certainty.Possible).Meeting(RedFlags).Named("A");
        var surer = new TheseRules().At(Idiopathic, Certainty.Probable).Named("B");

        Leading(alarming, surer)!.Lesion.Should().Be("B");
        Leading(surer, alarming)!.Lesion.Should().Be("B");
    }

    [Fact]
    public void Of_equally_sure_lesions_the_one_with_a_red_flag_leads()
    {
        var explained = new TheseRules().At(Dystrophic, Certainty.Probable).Meeting("DYS-180", "DYS-183").Named("A");
        var alarming = new TheseRules().At(Idiopathic, Certainty.Probable).Meeting(RedFlags[^1]).Named("B");

        Leading(explained, alarming)!.Lesion.Should().Be("B");
        Leading(alarming, explained)!.Lesion.Should().Be("B");
    }

    [Fact]
    public void Then_the_one_that_is_better_explained_leads()
    {
        var plain = new TheseRules().At(Metastatic, Certainty.Probable).Named("A");
        var explained = new TheseRules().At(Metastatic, Certainty.Probable).Meeting("MET-021").Named("B");

        Leading(plain, explained)!.Lesion.Should().Be("B");
        Leading(explained, plain)!.Lesion.Should().Be("B");
    }

    [Fact]
    public void Of_equal_lesions_the_one_that_is_first_by_name_leads()
    {
        RankedLesion<TheseRules> Named(string lesion) => new TheseRules().At(Metastatic, Certainty.Probable).Named(lesion);

        Leading(Named("A"), Named("B"), Named("C"))!.Lesion.Should().Be("A");
        Leading(Named("C"), Named("B"), Named("A"))!.Lesion.Should().Be("A");
        Leading(Named("B"), Named("A"), Named("C"))!.Lesion.Should().Be("A");
    }

    [Fact]
    public void The_first_subtype_that_is_met_is_named()
    {
        var subtypes = TheseRules.Rules.Subtypes[(int)Dystrophic];
        var lesion = new TheseRules().At(Dystrophic, Certainty.Probable).Meeting(RuleOf(subtypes[2].Key), RuleOf(subtypes[1].Key)).Named("L1");

        Leading(lesion)!.Subtype.Should().Be(subtypes[1].Value);
    }

    [Fact]
    public void No_subtype_is_named_when_none_is_met() =>
        Leading(new TheseRules().At(Dystrophic, Certainty.Probable).Named("L1"))!.Subtype.Should().BeNull();

    [Fact]
    public void Without_a_red_flag_nothing_is_urgent() => MostUrgent([], new TheseRules()).Should().BeNull();

    [Fact]
    public void Each_red_flag_alone_has_its_own_urgency()
    {
        foreach (var (rule, urgency) in TheseRules.Rules.RedFlags)
            MostUrgent([], new TheseRules().Meeting(RuleOf(rule))).Should().Be(urgency, RuleOf(rule));
    }

    [Fact]
    public void The_most_urgent_of_several_flags_counts_on_whichever_lesion_it_stands()
    {
        foreach (var (milder, mild) in TheseRules.Rules.RedFlags)
        {
            foreach (var (worse, urgent) in TheseRules.Rules.RedFlags.Where(flag => flag.Urgency > mild))
            {
                MostUrgent([], new TheseRules().Meeting(RuleOf(milder)), new TheseRules().Meeting(RuleOf(worse))).Should().Be(urgent);
                MostUrgent([], new TheseRules().Meeting(RuleOf(worse)), new TheseRules().Meeting(RuleOf(milder))).Should().Be(urgent);
            }
        }
    }

    [Fact]
    public void A_record_that_names_calciphylaxis_is_urgent_the_same_day_whatever_is_met()
    {
        MostUrgent(["calciphylaxis"], new TheseRules()).Should().Be(Urgency.SameDay);
        MostUrgent(["calcinosis-cutis"], new TheseRules()).Should().BeNull();
        foreach (var (rule, urgency) in TheseRules.Rules.RedFlags)
            MostUrgent(["calciphylaxis"], new TheseRules().Meeting(RuleOf(rule))).Should().Be(urgency > Urgency.SameDay ? urgency : Urgency.SameDay);
    }

    [Theory]
    [InlineData(Dystrophic, Metastatic, Conclusion.Mixed)]
    [InlineData(Dystrophic, Iatrogenic, Conclusion.Several)]
    [InlineData(Metastatic, Calciphylaxis, Conclusion.Several)]
    [InlineData(Metastatic, Metastatic, Conclusion.Suggested)]
    public void Types_that_are_probable_on_different_lesions_are_concluded_together(CalcinosisType one, CalcinosisType other, Conclusion conclusion)
    {
        RankedLesion<TheseRules>[] lesions = [new TheseRules().At(one, Certainty.Probable).Named("A"), new TheseRules().At(other, Certainty.Established).Named("B")];

        PatientAnswer.Conclude<TheseRules>(lesions, PatientAnswer.Leading<TheseRules>(lesions, TheseRules.Rules), TheseRules.Rules).Should().Be(conclusion);
    }

    [Fact]
    public void One_look_alike_lesion_makes_the_patient_a_mimic()
    {
        RankedLesion<TheseRules>[] lesions = [new TheseRules().At(Dystrophic, Certainty.Probable).Named("A"), new TheseRules().Meeting("MIM-101").Named("B")];

        PatientAnswer.Conclude<TheseRules>(lesions, null, TheseRules.Rules).Should().Be(Conclusion.Mimic);
        PatientAnswer.Conclude<TheseRules>([], null, TheseRules.Rules).Should().Be(Conclusion.NoLesion);
        PatientAnswer.Conclude<TheseRules>(lesions.AsSpan(0, 1), null, TheseRules.Rules).Should().Be(Conclusion.Undetermined);
    }

    private static string RuleOf(int rule) => ClassifierUnderTest.Knowledge.Rules[rule].Id;

    private static LeadingSuggestion? Leading(params RankedLesion<TheseRules>[] lesions) => PatientAnswer.Leading<TheseRules>(lesions, TheseRules.Rules);

    private static Urgency? MostUrgent(string[] recordSays, params TheseRules[] lesions) =>
        PatientAnswer.MostUrgent<TheseRules>(lesions.Select((lesion, number) => lesion.Named($"L{number}")).ToArray(), recordSays, TheseRules.Rules);
}
