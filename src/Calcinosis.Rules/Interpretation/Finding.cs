using Calcinosis.Rules.Vocabulary;

namespace Calcinosis.Rules.Interpretation;

/// <summary>
/// The numbers of the findings that the interpretation names itself, looked up once, so that reading a patient compares
/// numbers and not names. A name that the catalogue does not have stops the program at its start.
/// </summary>
internal static class Finding
{
    public static readonly int ConditionJuvenileDermatomyositis = Of("condition.juvenile-dermatomyositis");
    public static readonly int ConditionLocalDamage = Of("condition.local-damage");
    public static readonly int ConditionPseudoxanthomaElasticum = Of("condition.pseudoxanthoma-elasticum");
    public static readonly int ConditionSystemicDisease = Of("condition.systemic-disease");
    public static readonly int ConditionWernerSyndrome = Of("condition.werner-syndrome");

    public static readonly int DifferentialInfection = Of("differential.infection");

    public static readonly int ExposureActiveVitaminDAboveHalfMicrogram = Of("exposure.active-vitamin-d.above-half-microgram");
    public static readonly int ExposureCalciumLoadHighAndLong = Of("exposure.calcium-load.high-and-long");
    public static readonly int ExposureChemotherapyWithin30Days = Of("exposure.chemotherapy.within-30-days");
    public static readonly int ExposureImmunosuppressionLongTerm = Of("exposure.immunosuppression.long-term");
    public static readonly int ExposureInjectionsAtSite = Of("exposure.injections-at-site");
    public static readonly int ExposureSodiumThiosulfateRouteKnown = Of("exposure.sodium-thiosulfate.route-known");
    public static readonly int ExposureSystemicCorticosteroidRecent = Of("exposure.systemic-corticosteroid.recent");
    public static readonly int ExposureVitaminKAntagonistLongTerm = Of("exposure.vitamin-k-antagonist.long-term");
    public static readonly int ExposureVitaminKAntagonistRecent = Of("exposure.vitamin-k-antagonist.recent");
    public static readonly int ExposureVitaminKAntagonistStarted110Days = Of("exposure.vitamin-k-antagonist.started-1-10-days");

    public static readonly int FamilySimilarLesions = Of("family.similar-lesions");
    public static readonly int FamilyTumoralCalcinosis = Of("family.tumoral-calcinosis");

    public static readonly int GeneGnas = Of("gene.gnas");
    public static readonly int GeneHftc = Of("gene.hftc");
    public static readonly int GeneNftc = Of("gene.nftc");

    public static readonly int HistologyBone = Of("histology.bone");
    public static readonly int HistologyCalcium = Of("histology.calcium");
    public static readonly int HistologyCalciumNotFound = Of("histology.calcium-not-found");
    public static readonly int HistologyCystWallAll = Of("histology.cyst-wall.all");
    public static readonly int HistologyCystWallSome = Of("histology.cyst-wall.some");
    public static readonly int HistologyDeepWithoutVesselChanges = Of("histology.deep-without-vessel-changes");
    public static readonly int HistologySmallVesselCalcification = Of("histology.small-vessel-calcification");
    public static readonly int HistologyVesselThrombosis = Of("histology.vessel-thrombosis");

    public static readonly int ImagingCalciumNotFound = Of("imaging.calcium-not-found");

    public static readonly int LabAlbuminMeasured = Of("lab.albumin.measured");
    public static readonly int LabCalciumIonisedAtLeast18 = Of("lab.calcium-ionised.at-least-1-8");
    public static readonly int LabCalciumIonisedAtMost08 = Of("lab.calcium-ionised.at-most-0-8");
    public static readonly int LabCalciumIonisedHigh = Of("lab.calcium-ionised.high");
    public static readonly int LabCalciumIonisedMeasured = Of("lab.calcium-ionised.measured");
    public static readonly int LabCalciumAtLeast12 = Of("lab.calcium.at-least-12");
    public static readonly int LabCalciumAtLeast14 = Of("lab.calcium.at-least-14");
    public static readonly int LabCalciumAtMost65 = Of("lab.calcium.at-most-6-5");
    public static readonly int LabCalciumExtreme = Of("lab.calcium.extreme");
    public static readonly int LabCalciumHigh = Of("lab.calcium.high");
    public static readonly int LabCalciumLow = Of("lab.calcium.low");
    public static readonly int LabCalciumNearLimit = Of("lab.calcium.near-limit");
    public static readonly int LabCalciumPossiblyIonised = Of("lab.calcium.possibly-ionised");
    public static readonly int LabCalciumSuspectedHigh = Of("lab.calcium.suspected-high");
    public static readonly int LabCalciumTotalMeasured = Of("lab.calcium.total-measured");
    public static readonly int LabCreatinineMeasured = Of("lab.creatinine.measured");
    public static readonly int LabMineralPeakAtOnset = Of("lab.mineral-peak-at-onset");
    public static readonly int LabMineralPeakBeforeTreatment = Of("lab.mineral-peak-before-treatment");
    public static readonly int LabPhosphateAbove15x = Of("lab.phosphate.above-1-5x");
    public static readonly int LabPhosphateAbove7 = Of("lab.phosphate.above-7");
    public static readonly int LabPhosphateAbove9 = Of("lab.phosphate.above-9");
    public static readonly int LabPhosphateBorderline = Of("lab.phosphate.borderline");
    public static readonly int LabPhosphateHigh = Of("lab.phosphate.high");
    public static readonly int LabPhosphateLow = Of("lab.phosphate.low");
    public static readonly int LabProductAbove55 = Of("lab.product.above-55");
    public static readonly int LabProductAbove70 = Of("lab.product.above-70");
    public static readonly int LabProductMild = Of("lab.product.mild");

    public static readonly int LesionAreolar = Of("lesion.areolar");
    public static readonly int LesionArmourPlates = Of("lesion.armour-plates");
    public static readonly int LesionAtPriorInjury = Of("lesion.at-prior-injury");
    public static readonly int LesionCalcificationProven = Of("lesion.calcification-proven");
    public static readonly int LesionCalciumOnlyInVessels = Of("lesion.calcium-only-in-vessels");
    public static readonly int LesionChalkyDischarge = Of("lesion.chalky-discharge");
    public static readonly int LesionCleared = Of("lesion.cleared");
    public static readonly int LesionConfinedToExposure = Of("lesion.confined-to-exposure");
    public static readonly int LesionDamageCameAfter = Of("lesion.damage-came-after");
    public static readonly int LesionDescribed = Of("lesion.described");
    public static readonly int LesionFascial = Of("lesion.fascial");
    public static readonly int LesionFew = Of("lesion.few");
    public static readonly int LesionGeneralised = Of("lesion.generalised");
    public static readonly int LesionGrowing = Of("lesion.growing");
    public static readonly int LesionGrowingFast = Of("lesion.growing-fast");
    public static readonly int LesionInCauseField = Of("lesion.in-cause-field");
    public static readonly int LesionInDiseaseField = Of("lesion.in-disease-field");
    public static readonly int LesionIschaemicPattern = Of("lesion.ischaemic-pattern");
    public static readonly int LesionLivedo = Of("lesion.livedo");
    public static readonly int LesionLookNotStated = Of("lesion.look-not-stated");
    public static readonly int LesionNecrosis = Of("lesion.necrosis");
    public static readonly int LesionNew = Of("lesion.new");
    public static readonly int LesionNonHealing = Of("lesion.non-healing");
    public static readonly int LesionOnlyInDamagedSkin = Of("lesion.only-in-damaged-skin");
    public static readonly int LesionOver6Months = Of("lesion.over-6-months");
    public static readonly int LesionPain = Of("lesion.pain");
    public static readonly int LesionPainMild = Of("lesion.pain.mild");
    public static readonly int LesionPainRecorded = Of("lesion.pain.recorded");
    public static readonly int LesionPainSevere = Of("lesion.pain.severe");
    public static readonly int LesionPeriarticular = Of("lesion.periarticular");
    public static readonly int LesionPurpura = Of("lesion.purpura");
    public static readonly int LesionRecurrent = Of("lesion.recurrent");
    public static readonly int LesionRespondedToCorticosteroid = Of("lesion.responded-to-corticosteroid");
    public static readonly int LesionRespondedToMineralTreatment = Of("lesion.responded-to-mineral-treatment");
    public static readonly int LesionRetiformPurpura = Of("lesion.retiform-purpura");
    public static readonly int LesionRing = Of("lesion.ring");
    public static readonly int LesionSameLookUndamaged = Of("lesion.same-look-undamaged");
    public static readonly int LesionSingle = Of("lesion.single");
    public static readonly int LesionSpreadBeyondExposure = Of("lesion.spread-beyond-exposure");
    public static readonly int LesionSymmetric = Of("lesion.symmetric");
    public static readonly int LesionTwoOrMore = Of("lesion.two-or-more");
    public static readonly int LesionTwoRegions = Of("lesion.two-regions");
    public static readonly int LesionUlcer = Of("lesion.ulcer");
    public static readonly int LesionUnilateral = Of("lesion.unilateral");
    public static readonly int LesionVeinTrack = Of("lesion.vein-track");
    public static readonly int LesionYounger14Days = Of("lesion.younger-14-days");

    public static readonly int MeasurementHeight = Of("measurement.height");

    public static readonly int PatientAdult = Of("patient.adult");
    public static readonly int PatientFemale = Of("patient.female");
    public static readonly int PatientInfant = Of("patient.infant");
    public static readonly int PatientNewborn = Of("patient.newborn");
    public static readonly int PatientPregnant = Of("patient.pregnant");
    public static readonly int PatientUnder12Years = Of("patient.under-12-years");
    public static readonly int PatientUnder2Years = Of("patient.under-2-years");
    public static readonly int PatientUnder8Years = Of("patient.under-8-years");

    public static readonly int RenalAdvanced = Of("renal.advanced");
    public static readonly int RenalCkd = Of("renal.ckd");
    public static readonly int RenalDialysis = Of("renal.dialysis");
    public static readonly int RenalDialysisOver5Years = Of("renal.dialysis-over-5-years");
    public static readonly int RenalKidneyFailure = Of("renal.kidney-failure");
    public static readonly int RenalNormal = Of("renal.normal");
    public static readonly int RenalReduced = Of("renal.reduced");
    public static readonly int RenalTransplant = Of("renal.transplant");
    public static readonly int RenalUraemic = Of("renal.uraemic");

    public static readonly int StayRecentHospital = Of("stay.recent-hospital");

    /// <summary>The number of a finding that has to exist.</summary>
    public static int Of(string id) => FindingCatalogue.Default.IndexOf(id);

    /// <summary>The number of a finding; -1 where no rule and no reading speaks of it.</summary>
    public static int Find(string id) => FindingCatalogue.Default.TryIndexOf(id, out var number) ? number : -1;
}
