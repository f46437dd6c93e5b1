using Calcinosis.Rules.Findings;
using Calcinosis.Rules.Tests.Support;
using static Calcinosis.Rules.Testing.PatientStory;

namespace Calcinosis.Rules.Tests.Advice;

/// <summary>Patients to whom treatments are offered.</summary>
internal static class TreatedPatients
{
    public static PatientStory Sclerosis() => Sclerosis("nodule");

    public static PatientStory Sclerosis(string look) => Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Skin("fingers", look).Film("calcification");

    public static PatientStory Sclerosis(SizeRange size) =>
        Woman(48).Has("systemic sclerosis").Normal("calcium-total", "phosphate").Lesion(new Lesion { Id = "L1", Sites = ["fingers"], Morphology = ["nodule"], SizeMm = size }).Film("calcification");

    public static PatientStory Myositis() => Myositis(45);

    public static PatientStory Myositis(decimal years) => Woman(years).Has(years < 18 ? "juvenile dermatomyositis" : "dermatomyositis").Normal("calcium-total", "phosphate").Skin("elbow", "nodule").Film("calcification");

    public static PatientStory Burnt() => Man(60).HasAt("burn scar", "L1", SiteRelation.In).Normal("calcium-total", "phosphate").Skin("abdomen", "plaque").Film("calcification");

    public static PatientStory Calciphylaxis() =>
        Woman(62).Has("haemodialysis").Lesion(new Lesion { Id = "L1", Sites = ["thigh"], Morphology = ["stellate purpura"], Pain = Pain.Severe, Necrotic = true });

    public static PatientStory Mass() => Man(60).Lesion(new Lesion { Id = "L1", Sites = ["shoulder"], Morphology = ["mass"], Depth = LesionDepth.Periarticular });

    public static PatientStory Uraemic() => Mass().Has("haemodialysis").Calcium(10.1m).Phosphate(7.9m);

    public static PatientStory Tumoral() => Man(14).Calcium(9.7m).Phosphate(7.6m).Normal("creatinine", "pth-intact").Gene("GALNT3")
        .Lesion(new Lesion { Id = "L1", Sites = ["elbow", "hip"], Morphology = ["mass"], Depth = LesionDepth.Periarticular, OnsetAgeYears = 12 });

    public static PatientStory Scrotal() => Man(27).Normal("calcium-total", "phosphate", "creatinine").Skin("scrotum", "nodule");

    public static PatientStory Heel() => Infant("P8M").Exposed(new Exposure { Text = "heel sticks" }).Lesion(new Lesion { Id = "L1", Sites = ["heel"], Morphology = ["papule"], OnsetAgeYears = 0.4m });

    public static PatientStory Leak() => Man(60).CalciumInto("left forearm").Lesion(new Lesion { Id = "L1", Sites = ["left forearm"], Morphology = ["plaque"] });

    public static PatientStory VenousLeg() => Woman(70).Has("chronic venous insufficiency").Normal("calcium-total", "phosphate").Skin("lower leg", "plaque").Film("calcification");
}
